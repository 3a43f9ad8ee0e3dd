// Knows no `initialize`: each request must bring the metadata of revision 2026-07-28.
import {say, serve, TOOLS} from './serve.mjs';

const VERSION = '2026-07-28';
serve({
  before: ({id, method, params}) => {
    if (id === undefined) return false;
    const version = params?._meta?.['io.modelcontextprotocol/protocolVersion'];
    if (version !== VERSION || params._meta['io.modelcontextprotocol/clientCapabilities'] === undefined) {
      const error = {
        code: -32022,
        message: 'Unsupported protocol version',
        data: {supported: [VERSION], requested: version ?? null},
      };
      say({jsonrpc: '2.0', id, error});
    } else if (method === 'server/discover') {
      const result = {
        resultType: 'complete',
        supportedVersions: [VERSION],
        capabilities: {tools: {}},
        serverInfo: {name: 'notes', version: '2.0.0'},
      };
      say({jsonrpc: '2.0', id, result});
    } else if (method === 'tools/list')
      say({jsonrpc: '2.0', id, result: {resultType: 'complete', tools: TOOLS, ttlMs: 0, cacheScope: 'private'}});
    return false;
  },
});
