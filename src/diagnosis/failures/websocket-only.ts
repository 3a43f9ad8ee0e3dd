import {seen} from '../../model/evidence.ts';
import {bodyLine, headerOf, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice, urlKey} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const websocketOnly = defineFailure({
  id: 'websocket-only',
  class: 'config',
  step: 'http',
  title: 'The address wants a WebSocket',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {match: /\b426\b[^\n]{0,20}Upgrade Required|(?:expected|requires?|only) (?:a )?websocket/i, confidence: 'likely'},
  ],
  remedies: [
    'Use the HTTP address of the server (often another path or port): MCP clients speak Streamable HTTP, not WebSocket',
  ],
  detect: ({http, all}) => {
    const answer = http.main.response;
    if (answer === null || isWorking(all) || answer.status < 400) return null;
    const upgrade = headerOf(answer, 'upgrade') ?? '';
    const says = /\bwebsocket\b/i.test(`${upgrade} ${answer.body.text.slice(0, 500)}`);
    return (answer.status === 426 && (says || upgrade === '')) || (answer.status === 400 && says) ? answer : null;
  },
  explain: (answer, {http}) => ({
    cause: `${http.main.request.url} answers HTTP ${answer.status} and wants the connection to become a WebSocket. MCP clients speak HTTP there (Streamable HTTP), so this is not the address for them.`,
    evidence: [statusLine(http), ...bodyLine(answer)],
  }),
  fixes: (_, {all}) => [
    advice(
      'http-address',
      `Look up the HTTP address of the server in its documentation (often another path or port), and set "${urlKey(seen(all, 'entry'))}" to it`,
    ),
    advice('bridge', 'If there is none: start the server as a local command (stdio), where the documentation has one'),
  ],
});
