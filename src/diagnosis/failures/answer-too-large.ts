import {bodyLine, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const answerTooLarge = defineFailure({
  id: 'answer-too-large',
  class: 'runtime',
  step: 'http',
  title: 'The answer is too large or has no end',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /response (?:body )?too large|maxContentLength size|exceeded maximum (?:response|body) size|header overflow|HPE_HEADER_OVERFLOW|UND_ERR_HEADERS_OVERFLOW/i,
      confidence: 'likely',
    },
  ],
  remedies: ['Ask the operator of the server for smaller answers (headers below 16 KB, first answer below 4 MB)'],
  detect: ({http, all}) =>
    ['body-size', 'header-size', 'events'].includes(http.main.bound ?? '') && !isWorking(all) ? http.main.bound : null,
  explain: (bound, {http}) => ({
    cause: `The answer to the first request is too large: mcp-fix stopped reading at its limit (${bound === 'header-size' ? 'headers of 16 KB' : bound === 'events' ? '1000 events' : '4 MB'}). A server that greets a client needs a few hundred bytes.`,
    confidence: 'likely',
    evidence: [statusLine(http), {label: 'limit', text: bound ?? ''}, ...bodyLine(http.main.response)],
  }),
  fixes: () => [
    advice(
      'operator',
      'Ask the operator of the server; compare the URL with its documentation, since MCP endpoints answer in small messages',
    ),
  ],
});
