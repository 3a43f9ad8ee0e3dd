import {seen} from '../../model/evidence.ts';
import {bodyLine, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice, editFix, urlKey} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const answerNotJson = defineFailure({
  id: 'answer-not-json',
  class: 'runtime',
  step: 'http',
  title: 'The answer is not readable as JSON',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [{match: /error decoding response body/i, confidence: 'likely'}],
  remedies: [
    'Look at the body: the server prints text or broken JSON where a message belongs; update the server or correct the URL',
  ],
  detect: ({http, all}) => {
    const answer = http.main.response;
    if (answer === null || answer.status >= 300 || isWorking(all) || http.answered !== null) return null;
    return ['broken-json', 'text', 'empty'].includes(answer.body.kind) && answer.status !== 202 ? answer : null;
  },
  explain: (answer, {http}) => ({
    cause: `${http.main.request.url} answers HTTP ${answer.status} with ${answer.body.kind === 'empty' ? 'an empty body' : answer.body.kind === 'text' ? 'plain text' : 'JSON that does not parse'} where an MCP message belongs.`,
    confidence: 'likely',
    evidence: [statusLine(http), {label: 'content type', text: answer.contentType ?? 'none'}, ...bodyLine(answer)],
  }),
  fixes: (_, {all}) => {
    const key = urlKey(seen(all, 'entry'));
    return [
      editFix(all, {
        id: 'ask-url',
        title: `Compare "${key}" with the documentation of the server and correct it`,
        path: [key],
        edit: {kind: 'ask', label: 'The full URL of the MCP endpoint', isSecret: false, shape: 'url'},
        why: 'What answers there speaks no MCP.',
      }),
      advice('update', 'Update the server, or report the body above to its author'),
    ];
  },
});
