import {advice} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const requestServersNotList = defineFailure({
  id: 'request-servers-not-list',
  class: 'config',
  step: 'config',
  title: 'The servers of the request do not stand in a list under "mcp_servers"',
  severity: 'error',
  waitingHelps: false,
  needs: ['request'],
  signatures: [
    {match: /\bmcp_servers: Input should be a valid (?:list|array)/i, confidence: 'certain'},
    {match: /\b(?:mcpServers|mcp-servers|mcp_server): Extra inputs are not permitted/, confidence: 'certain'},
  ],
  remedies: ['Write the servers as a list under "mcp_servers": [{"type": "url", "url": "https://…", "name": "…"}]'],
  detect: ({request: {about, found, key}}) =>
    about === null && found !== 'missing' && (found !== 'list' || key !== 'mcp_servers') ? {found, key} : null,
  explain: ({found, key}, {request}) => ({
    cause: `${key === 'mcp_servers' ? '"mcp_servers"' : `The servers stand under "${key}", which the Messages API does not know; it`} ${key === 'mcp_servers' ? `is ${found === 'object' ? 'an object' : 'no list'}` : 'reads them from "mcp_servers"'}${found === 'list' ? '' : `. In a request each server is an item of a list and carries its own "name"${found === 'object' ? ': the shape {"name": {…}} is that of client configurations' : ''}`}.`,
    evidence: [
      {
        label: `line ${request.place.line}`,
        text: `"${key}": ${found === 'list' ? '[…]' : found === 'object' ? '{…}' : '…'}`,
        deciding: key,
      },
    ],
    location: request.place,
  }),
  fixes: ({found, key}, {request}) =>
    found === 'list'
      ? [
          {
            id: 'rename-key',
            title: `Rename "${key}" to "mcp_servers"`,
            kind: 'edit',
            change: {
              file: request.file,
              path: [key],
              edit: {kind: 'rename', to: 'mcp_servers'},
              why: 'The API reads this key only',
            },
          },
        ]
      : [
          advice(
            'to-list',
            `Write the servers as "mcp_servers": [{"type": "url", "url": "https://…", "name": "${request.names[0] ?? 'notes'}"}]`,
          ),
        ],
});
