import {type Exchange, seen} from '../../model/evidence.ts';
import {bodyLine, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const sessionLost = defineFailure({
  id: 'session-lost',
  class: 'runtime',
  step: 'http',
  title: 'The server no longer knows the session',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {match: /unexpected message, expect(?:ed)? initialize/i, confidence: 'likely'},

    {match: /\bserver not initialized\b/i, confidence: 'likely'},

    {
      match:
        /session (?:not found|expired|terminated|does not exist)|unknown session|invalid session id|SessionNotFound|could not find session for id|no valid session ID|missing session id|mcp-session-id header is (?:required|missing)|Error sending message: 404/i,
      confidence: 'certain',
    },
    {match: /Failed to (?:open|reconnect) SSE stream|SSE stream disconnected/i, confidence: 'likely'},
  ],
  remedies: [
    'Reconnect or restart the client session (restart the client or mcp-remote; toggle the server)',
    'Server: answer 404 for an unknown session, or run stateless; send keep-alive',
  ],
  detect: ({http, all}) => {
    const bad = http.exchanges.find((exchange) => exchange.purpose !== http.main.purpose && isSessionWord(exchange));
    return bad !== undefined && http.sessionId && !(isWorking(all) && seen(all, 'tools')?.error === null) ? bad : null;
  },
  explain: (exchange, {http}) => ({
    cause: `The server opens a session and then does not know it any more: ${exchange.purpose} gets HTTP ${exchange.response?.status}${quoted(messageOf(exchange.response))}. Several copies behind one address, or a server that restarts, lose sessions like this.`,
    evidence: [
      statusLine(http),
      {
        label: exchange.purpose,
        text: `${exchange.request.method} ${exchange.request.url} → HTTP ${exchange.response?.status}`,
      },
      ...bodyLine(exchange.response),
    ],
  }),
  fixes: () => [
    advice(
      'reconnect',
      'Reconnect the server in the client (a new session is made); if it comes back, restart the server',
    ),
    advice(
      'sticky',
      'Ask the operator to keep sessions in one place (sticky sessions), or to run the server stateless',
    ),
  ],
});

const isSessionWord = (exchange: Exchange): boolean =>
  (exchange.response?.status === 404 || exchange.response?.status === 400) &&
  /session/i.test(exchange.response.body.text);
