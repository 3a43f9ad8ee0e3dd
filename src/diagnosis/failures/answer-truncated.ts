import {bodyLine, headerLine, headerOf, isOutOfTime, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {errorLine} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const answerTruncated = defineFailure({
  id: 'answer-truncated',
  class: 'runtime',
  step: 'http',
  title: 'The answer is cut off in the middle',
  severity: 'error',
  waitingHelps: true,
  needs: ['http'],
  signatures: [
    {
      match:
        /ERR_CONTENT_LENGTH_MISMATCH|premature close|unexpected end of (?:file|input|JSON)|other side closed|IncompleteRead|peer closed connection without sending complete|terminated\b.{0,30}other side/i,
      confidence: 'possible',
    },
  ],
  remedies: [
    'Try again; then ask the operator: the server or a proxy closes the connection before the body is complete',
  ],
  detect: ({http, all}) =>
    http.main.response?.body.isTruncated === true && !isOutOfTime(http) && !isWorking(all) ? http.main.response : null,
  explain: (answer, {http}) => ({
    cause: `The answer is cut off: the connection was closed after ${answer.body.bytes} bytes, before the body was complete${headerOf(answer, 'content-length') === null ? '' : ` (the server promised content-length ${headerOf(answer, 'content-length')})`}. The server crashed while it answered, or a proxy cut the connection.`,
    evidence: [
      statusLine(http),
      ...headerLine(answer, 'content-length'),
      ...bodyLine(answer),
      ...http.main.error.slice(0, 2).map((link) => errorLine('error', link)),
    ],
  }),
  fixes: () => [
    advice('server-log', 'Look into the log of the server at that time: it often crashes while it writes the answer'),
    advice('retry', 'Run the check again, if possible without the proxy in between'),
  ],
});
