import {serverWords, updateServer} from '../facts/handshake-oddity.ts';
import {advise} from '../facts/launch-fixes.ts';
import {clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const serverAlreadyInUse = defineFailure({
  id: 'server-already-in-use',
  class: 'runtime',
  step: 'handshake',
  title: 'The server takes only one client at a time',
  severity: 'error',
  waitingHelps: false,
  needs: ['handshake'],
  signatures: [
    {
      match: /Server already initialized|Already connected to a transport|HTTP 500 Already connected/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Restart the server, and connect one client only',
    'Update the server to one that keeps a session for each client',
  ],
  detect: ({handshake}) =>
    handshake.error !== null &&
    /already (?:initialized|connected|has an active)/i.test(`${handshake.error.message} ${handshake.error.data ?? ''}`)
      ? handshake.error
      : null,
  explain: (error) => ({
    cause: `The server says "${clip(error.message, 160)}": it keeps one session for everybody, another client holds it, and a second one cannot say hello until the server restarts.`,
    evidence: [{label: 'Answer to initialize', text: `${error.code} ${error.message}`, deciding: error.message}],
  }),
  fixes: (_, {all}) => [
    advise('restart', `Restart ${serverWords(all)}, and connect only one client to it`),
    updateServer(all, 'make a server and a transport for each session'),
  ],
});
