import {type Evidence, seen} from '../model/evidence.ts';
import type {Finding} from '../model/finding.ts';

/** The newest revision that begins with `initialize`. */
const LEGACY = '2025-11-25';
const CLIENT = {name: 'mcp-fix', version: '1'};

const initialize = (protocolVersion: string): string =>
  JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: {protocolVersion, capabilities: {}, clientInfo: CLIENT},
  });

const modern = (id: number, method: string, version: string): string =>
  JSON.stringify({
    jsonrpc: '2.0',
    id,
    method,
    params: {
      _meta: {
        'io.modelcontextprotocol/protocolVersion': version,
        'io.modelcontextprotocol/clientCapabilities': {},
        'io.modelcontextprotocol/clientInfo': CLIENT,
      },
    },
  });

/** The messages that lead to the failure, and no more: hello alone, or hello and the list of tools. */
export const firstWords = (evidence: Evidence, root: Finding | null): readonly string[] => {
  const handshake = seen(evidence, 'handshake');
  const reachesTools = seen(evidence, 'tools') !== undefined && (root === null || root.step === 'tools');
  const endedInTools = seen(evidence, 'launch')?.endedDuring === 'tools/list';
  if (handshake?.era === 'modern' && handshake.version !== null) {
    return [modern(1, reachesTools || endedInTools ? listMethod(evidence) : 'server/discover', handshake.version)];
  }
  const version = handshake?.asked.find(({method}) => method === 'initialize')?.version ?? LEGACY;
  const hello = initialize(version);
  if (handshake?.era !== 'legacy' || !(reachesTools || endedInTools)) return [hello];
  return [
    hello,
    JSON.stringify({jsonrpc: '2.0', method: 'notifications/initialized'}),
    JSON.stringify({jsonrpc: '2.0', id: 2, method: listMethod(evidence), params: {}}),
  ];
};

/** The list that fails: one that is declared and missing, or the only kind that the server offers. */
const listMethod = (evidence: Evidence): string => {
  const tools = seen(evidence, 'tools');
  const [missing] = tools?.missingMethods ?? [];
  if (missing !== undefined) return missing;
  if (tools === undefined || tools.isDeclared || !(tools.hasResources || tools.hasPrompts)) return 'tools/list';
  return tools.hasResources ? 'resources/list' : 'prompts/list';
};
