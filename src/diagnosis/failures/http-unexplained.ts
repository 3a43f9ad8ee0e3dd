import {seen} from '../../model/evidence.ts';
import {bodyLine, isHandshakeError, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {errorLine, errorText} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const httpUnexplained = defineFailure({
  id: 'http-unexplained',
  class: 'runtime',
  step: 'http',
  title: 'The server does not answer as an MCP server does',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [],
  remedies: ["Compare the URL with the server's documentation, and send its operator the status and the body"],
  detect: ({http, all}) => {
    if (isWorking(all) || isHandshakeError(all) || http.answered !== null) return null;
    const status = http.main.response?.status ?? 0;
    const {proxy} = seen(all, 'network') ?? {proxy: null};
    const isOfProxy = status === 407 && proxy !== null && !proxy.isBypassed;
    return status === 401 || status === 403 || isOfProxy ? null : {status};
  },
  explain: ({status}, {http}) => ({
    cause: `${http.main.request.method} ${http.main.request.url} gets ${status === 0 ? `no answer${http.main.error[0] === undefined ? '' : ` (${errorText(http.main.error[0])})`}` : `HTTP ${status}${quoted(messageOf(http.main.response))}`}, which is no answer of an MCP server.`,
    confidence: 'possible',
    evidence: [
      statusLine(http),
      ...http.main.error.slice(0, 3).map((link) => errorLine('error', link)),
      ...bodyLine(http.main.response),
    ],
  }),
  fixes: (_, {http}) => [
    advice('check-url', `Compare the URL with the documentation of the server: ${http.main.request.url}`),
    advice('operator', `Send its operator the answer above and the time ${http.main.startedAt}`),
  ],
});
