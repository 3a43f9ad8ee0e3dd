import {defineReported} from '../facts/reported-text.ts';

export const signInPortInUse = defineReported({
  id: 'sign-in-port-in-use',
  class: 'auth',
  step: 'auth',
  title: 'The port for the return of the sign-in is taken by an older process',
  waitingHelps: false,
  signatures: [
    {
      match: /EADDRINUSE: address already in use (?:127\.0\.0\.1|localhost|::1):(?:\d+|<port>)(?!\d)/i,
      confidence: 'likely',
    },
    {
      match:
        /browser tabs? (?:keeps? )?opening (?:and closing )?(?:constantly|again and again|repeatedly)|throw er; \/\/ Unhandled 'error' event(?![\s\S]*(?!EADDRINUSE)E[A-Z]{4,})/i,
      confidence: 'possible',
    },
  ],
  remedies: [
    'Stop the orphan mcp-remote that holds the port (or pass another port argument and delete its client_info)',
  ],
  cause: () =>
    'mcp-remote waits for the sign-in on one fixed port for each server, and an older copy of it still holds that port.',
});
