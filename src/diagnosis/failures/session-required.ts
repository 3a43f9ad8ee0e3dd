import {bodyLine, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const sessionRequired = defineFailure({
  id: 'session-required',
  class: 'runtime',
  step: 'http',
  title: 'The server asks for a session before one can exist',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [{match: /not an initialize request|session (?:id )?(?:is )?required/i, confidence: 'likely'}],
  remedies: [
    'Restart the server and reconnect; it asks for a session id in the very first request',
    'Compare the URL: the address may be that of the message endpoint (/messages) of an SSE server',
  ],
  detect: ({http, all}) => {
    if (isWorking(all)) return null;
    const answer = http.main.response;
    return answer !== null &&
      (answer.status === 400 || answer.status === 404) &&
      /session/i.test(messageOf(answer) ?? '')
      ? answer
      : null;
  },
  explain: (answer, {http}) => ({
    cause: `The server answers the very first request with HTTP ${answer.status}${quoted(messageOf(answer))}. A session is made by that request, so nobody can have one: the URL is that of an inner endpoint, or the server lost its memory.`,
    confidence: 'likely',
    evidence: [statusLine(http), ...bodyLine(answer)],
  }),
  fixes: () => [
    advice(
      'check-url',
      'Compare the URL with the documentation: /messages or /message is the inner endpoint of an SSE server, the entry needs /sse or /mcp',
    ),
    advice('restart', 'Restart the server, then run the check again'),
  ],
});
