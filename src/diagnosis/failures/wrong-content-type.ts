import {bodyLine, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {isPage} from '../facts/http-page.ts';
import {defineFailure} from '../failure.ts';

export const wrongContentType = defineFailure({
  id: 'wrong-content-type',
  class: 'runtime',
  step: 'http',
  title: 'The answer is labelled as something that clients do not read',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {match: /unexpected content[- ]type|Unsupported content type|expected content-type/i, confidence: 'likely'},
  ],
  remedies: ['Server: label JSON answers application/json and streams text/event-stream (update the server)'],
  detect: ({http, all}) => {
    const answer = http.main.response;
    if (answer === null || answer.status >= 300 || isPage(answer)) return null;
    const isMessage = answer.body.kind === 'json-rpc' || answer.body.kind === 'sse';
    const isLabelled = /^(?:application\/(?:[\w.-]+\+)?json|text\/event-stream)\b/i.test(answer.contentType ?? '');
    return isMessage && !isLabelled ? {answer, worked: isWorking(all)} : null;
  },
  explain: ({answer}, {http}) => ({
    cause: `The server answers with an MCP message, but labels it ${answer.contentType === null ? 'with no content type' : `"${answer.contentType}"`}. Clients read only "application/json" and "text/event-stream" and drop the rest.`,
    evidence: [
      statusLine(http),
      {
        label: 'content type',
        text: answer.contentType ?? 'none',
        ...(answer.contentType === null ? {} : {deciding: answer.contentType}),
      },
      ...bodyLine(answer),
    ],
  }),
  fixes: () => [
    advice(
      'update',
      'Update the server, or set its answers to the content type application/json (text/event-stream for streams)',
    ),
  ],
});
