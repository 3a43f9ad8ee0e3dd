import {seen} from '../../model/evidence.ts';
import {bodyLine, isWorking, messageOf, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const singleSessionServer = defineFailure({
  id: 'single-session-server',
  class: 'runtime',
  step: 'http',
  title: 'The server takes only one client at a time',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /server already initialized|already connected to a transport|only one (?:client|session|connection) (?:is )?(?:allowed|supported)/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Restart the server and connect only one client, or upgrade the server to a version with a session for each client',
  ],
  detect: ({http, all}) => {
    const error = seen(all, 'handshake')?.error?.message ?? '';
    const words = [messageOf(http.main.response) ?? '', error].find((one) =>
      /already initialized|already connected/i.test(one),
    );
    return words !== undefined && !isWorking(all) ? words : null;
  },
  explain: (words, {http}) => ({
    cause: `The server says "${words}": it has one session for everybody, and another client (or an earlier connection) holds it.`,
    evidence: [statusLine(http), ...bodyLine(http.main.response, words)],
  }),
  fixes: () => [
    advice('restart', 'Restart the server, then connect one client only'),
    advice('upgrade', 'Upgrade the server, or run one of its processes for each client: it keeps a single session'),
  ],
});
