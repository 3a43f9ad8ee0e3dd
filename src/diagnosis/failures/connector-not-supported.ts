import {defineReported} from '../facts/reported-text.ts';

export const connectorNotSupported = defineReported({
  id: 'connector-not-supported',
  class: 'config',
  step: 'config',
  title: 'This platform does not take "mcp_servers"',
  waitingHelps: false,
  signatures: [
    {match: /mcp_servers(?:\.\d+)?: Extra inputs are not permitted/i, confidence: 'certain'},
    {match: /ValidationException(?:.{0,80}mcp|\s*$)/i, confidence: 'possible'},
  ],
  remedies: [
    'Call the Anthropic API itself, or use a client-side MCP client (Bedrock, Vertex and gateways refuse mcp_servers)',
    'Check the beta header of the MCP connector',
  ],
  cause: () =>
    'The request holds "mcp_servers", and the platform that answers does not know that field: the MCP connector exists on the Anthropic API only.',
});
