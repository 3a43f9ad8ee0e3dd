import {seen} from '../../model/evidence.ts';
import {serverWords, updateServer} from '../facts/handshake-oddity.ts';
import {bodyLine, isWorking, messageOf, quoted, refusesVersion} from '../facts/http-answer.ts';
import {advise} from '../facts/launch-fixes.ts';
import {defineFailure} from '../failure.ts';

export const notificationRefused = defineFailure({
  id: 'notification-refused',
  class: 'runtime',
  step: 'handshake',
  title: 'The server refuses the message that ends the hello',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {match: /(?:when |context: "?)send initialized notification/i, confidence: 'certain'},
    {match: /notifications\/initialized[^\n]{0,120}(?:HTTP |status )?\b[45]\d\d\b/i, confidence: 'certain'},
  ],
  remedies: [
    'Let the server answer the notification "notifications/initialized" with HTTP 202 and no body',
    'Several copies of the server behind one address: keep sessions in one place (sticky sessions), or run it stateless',
  ],
  detect: ({http, all}) => {
    if (!isWorking(all)) return null;
    const bad = http.exchanges.find(({purpose}) => purpose === 'notifications/initialized');
    const status = bad?.response?.status ?? 0;
    // A server that names the version as its reason is another failure.
    if (bad === undefined || refusesVersion(bad.response?.body.text ?? '')) return null;
    return status >= 400 && status !== 401 ? {bad, status} : null;
  },
  explain: ({bad, status}, {all}) => {
    const words = messageOf(bad.response);
    return {
      cause: `After a good answer to "initialize" the client says "notifications/initialized", and ${serverWords(all)} refuses that with HTTP ${status}${quoted(words)}. Clients end the connection there.${
        SESSION.test(words ?? '')
          ? ' It does not know the session that it has just made: several copies (replicas) behind one address do that when requests go to another one each time.'
          : ''
      }`,
      evidence: [
        {label: 'notifications/initialized', text: `${bad.request.method} ${bad.request.url} → HTTP ${status}`},
        ...bodyLine(bad.response),
      ],
    };
  },
  fixes: ({bad}, {all}) => [
    ...(SESSION.test(messageOf(bad.response) ?? '')
      ? [
          advise(
            'sticky',
            'Ask the operator to keep each session at one copy of the server (sticky sessions, session affinity), to run one copy, or to run it stateless',
          ),
        ]
      : []),
    updateServer(all, 'answer a notification (a message without "id") with HTTP 202 and no body'),
    ...(seen(all, 'entry') === undefined ? [] : [advise('operator', 'Send its operator the exchange above')]),
  ],
});

const SESSION = /session|not initiali[sz]ed/i;
