import {defineReported} from '../facts/reported-text.ts';

export const requestServerFails = defineReported({
  id: 'request-server-fails',
  class: 'runtime',
  step: 'network',
  title: 'One MCP server of the request fails, and the API does not say which',
  waitingHelps: true,
  signatures: [
    {match: /Connection error while communicating with MCP server/i, confidence: 'certain'},
    // The same of another provider's API.
    {match: /Error retrieving tool list from MCP server[^\n]{0,80}\b(?:4(?!03)\d\d|5\d\d)\b/i, confidence: 'certain'},
    {
      match: /(?:failed|unable|error) (?:to )?(?:connect|communicat)\w* (?:to|with) MCP server.{0,40}mcp_servers/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Save the body of the request and run: mcp-fix request body.json --yes (it asks each server on its own and names the one that fails)',
    'Go on without that server: mcp-fix request body.json --yes --degrade prints the request that would work',
  ],
  cause: () =>
    'The Messages API calls every server in "mcp_servers" and gives the whole request up when one of them fails; its error names none of them.',
});
