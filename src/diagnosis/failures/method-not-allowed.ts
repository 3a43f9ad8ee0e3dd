import {seen} from '../../model/evidence.ts';
import {bodyLine, headerLine, headerOf, isWorking, statusLine} from '../facts/http-answer.ts';
import {editFix, urlKey} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const methodNotAllowed = defineFailure({
  id: 'method-not-allowed',
  class: 'config',
  step: 'http',
  title: 'The address takes no MCP requests',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [{match: /\b405\b.{0,20}method not allowed|HTTP 405|only GET is allowed/i, confidence: 'possible'}],
  remedies: ['Correct the path in the URL, or the type of the transport: this address does not take POST'],
  detect: ({http, all}) =>
    http.main.response?.status === 405 && !isWorking(all) && http.answered === null ? http.main.response : null,
  explain: (answer, {http}) => ({
    cause: `${http.main.request.url} answers HTTP 405 Method Not Allowed: it does not take ${http.main.request.method}${headerOf(answer, 'allow') === null ? '' : ` (only ${headerOf(answer, 'allow')})`}, so it is no MCP endpoint of the transport "${http.declared}". Other transport and usual paths were tried, too.`,
    confidence: 'likely',
    evidence: [statusLine(http), ...headerLine(answer, 'allow'), ...bodyLine(answer)],
  }),
  fixes: (_, {all}) => {
    const key = urlKey(seen(all, 'entry'));
    return [
      editFix(all, {
        id: 'ask-url',
        title: `Correct "${key}": the documentation of the server names the MCP endpoint`,
        path: [key],
        edit: {kind: 'ask', label: 'The full URL of the MCP endpoint', isSecret: false, shape: 'url'},
        why: 'This address does not take MCP requests.',
      }),
    ];
  },
});
