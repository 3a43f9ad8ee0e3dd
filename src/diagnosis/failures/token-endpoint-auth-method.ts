import {defineReported} from '../facts/reported-text.ts';

export const tokenEndpointAuthMethod = defineReported({
  id: 'token-endpoint-auth-method',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in service refuses how the client identifies itself',
  waitingHelps: false,
  signatures: [
    {match: /Couldn['’]t reach the MCP server/i, confidence: 'possible'},
    {
      match:
        /token_endpoint_auth_methods?(?:_supported)?|client_secret_(?:basic|post).{0,60}(?:not supported|unsupported|required|rejected)|unsupported (?:client )?auth(?:entication)? method|AADSTS70002(?:15|18|22)\b|invalid client[ _]secret/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Server must accept client_secret_basic (or advertise what it supports in token_endpoint_auth_methods_supported)',
    'Run "mcp-fix check" on the address: the message of the client gives no reason',
  ],
  cause: () =>
    'At the last step of the sign-in the client identifies itself in a way that the token endpoint does not take.',
});
