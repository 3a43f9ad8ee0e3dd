import {fileName} from '../facts/config-syntax.ts';
import {defineFailure} from '../failure.ts';

export const wrongRootKey = defineFailure({
  id: 'wrong-root-key',
  class: 'config',
  step: 'config',
  title: 'The servers stand under a key that this client does not read',
  severity: 'error',
  waitingHelps: false,
  needs: ['file'],
  signatures: [
    {
      match:
        /(unknown|unrecognized|unexpected) (key|field|property)\W{1,4}(mcpServers|mcp_servers|servers|context_servers)/i,
      confidence: 'certain',
    },
    {match: /Property mcpServers is not allowed/i, confidence: 'certain'},
  ],
  remedies: [
    'Move the servers to the key that this client reads (mcpServers, servers, mcp_servers, context_servers …)',
  ],
  detect: ({file}) => {
    if (file.syntax !== null || file.rootFound !== 'missing' || file.deadLocation !== null) return null;
    const under = file.rootPath.join('\u0000');
    return file.serverLikePaths.find((path) => path.length > 0 && path.join('\u0000') !== under) ?? null;
  },
  explain: (path, {file}) => ({
    cause: `The servers in ${file.path} stand under "${path.join('.')}", but ${file.clientName} reads them from "${file.rootPath.join('.')}", so it sees none of them.`,
    evidence: [{label: `Keys of ${fileName(file.path)}`, text: file.topKeys.join(', '), deciding: String(path[0])}],
    location: {file: file.path, line: 1, column: 1},
  }),
  fixes: (path, {file}) => [
    {
      id: 'move-servers',
      title: `Move "${path.join('.')}" to "${file.rootPath.join('.')}"`,
      kind: 'edit',
      change: {
        file: file.path,
        path,
        edit: {kind: 'move', to: file.rootPath},
        why: `${file.clientName} reads its servers from "${file.rootPath.join('.')}"`,
      },
    },
  ],
});
