import {defineReported} from '../facts/reported-text.ts';

export const redirectUriMismatch = defineReported({
  id: 'redirect-uri-mismatch',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in service does not know the return address',
  waitingHelps: false,
  signatures: [
    {
      match:
        /redirect_uri_mismatch|redirect[_ ]uri must|redirect[_ ]uri .{0,120}(?:did not match|does not match|not (?:registered|allowed|valid)|mismatch)|invalid[_ ]redirect[_ ]uri|AADSTS50011/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Pin the callback port to the registered one (Claude Code: oauth.callbackPort / --callback-port / MCP_OAUTH_CALLBACK_PORT; mcp-remote: port argument + --host)',
    'Register the return address of the client at the sign-in service',
  ],
  cause: () =>
    'After the sign-in the browser returns to an address of the client, and the sign-in service has another one on its list: another port, localhost instead of 127.0.0.1, or another path.',
});
