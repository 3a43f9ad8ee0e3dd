import {defineReported} from '../facts/reported-text.ts';

export const configuredHeadersNotSent = defineReported({
  id: 'configured-headers-not-sent',
  class: 'auth',
  step: 'auth',
  title: 'The client does not send the configured headers',
  waitingHelps: false,
  signatures: [
    {
      match:
        /Authentication failed\. Check your API key|(?:configured|custom) headers? (?:are |is )?not (?:sent|attached|forwarded|passed)|headers? (?:ignored|dropped) (?:by|in) (?:the )?client/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Update the client, or wrap the server with mcp-remote --header',
    'Check with "mcp-fix check" that the key itself is accepted',
  ],
  cause: () =>
    'Some versions of the client leave the configured headers out of some requests, so the server sees no key.',
});
