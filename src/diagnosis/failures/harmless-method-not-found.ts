import {defineReported} from '../facts/reported-text.ts';

export const harmlessMethodNotFound = defineReported({
  id: 'harmless-method-not-found',
  class: 'runtime',
  step: 'handshake',
  title: 'The log calls an unanswered optional question an error',
  waitingHelps: false,
  signatures: [
    {
      match:
        /(?:logging\/setLevel|completion\/complete|resources\/templates\/list)[^\n]{0,160}(?:not found|not supported|-32601)|(?:not found|not supported|-32601)[^\n]{0,60}(?:logging\/setLevel|completion\/complete|resources\/templates\/list)/i,
      confidence: 'likely',
    },
    {match: /-32601.{0,60}Method not found["}\s]*(?:repeated|in log|$)/im, confidence: 'likely'},
  ],
  remedies: [
    'None: do not "fix" it. The client asks for optional lists (resources, prompts), and the server has none',
    'If the tools do not work either, upgrade the server',
  ],
  cause: () =>
    'The client asks every server for resources and prompts; a server without them answers "Method not found". That is as the protocol says.',
});
