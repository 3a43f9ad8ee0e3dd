import {seen} from '../../model/evidence.ts';
import {bodyLine, headerOf, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice, editFix} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

const HEADER = 'ngrok-skip-browser-warning';

export const tunnelWarningPage = defineFailure({
  id: 'tunnel-warning-page',
  class: 'config',
  step: 'http',
  title: 'The tunnel shows its warning page first',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [{match: /ERR_NGROK_6024|ngrok-skip-browser-warning/, confidence: 'certain'}],
  remedies: ['Add the header "ngrok-skip-browser-warning" with any value to the entry'],
  detect: ({http, all}) => {
    const answer = http.main.response;
    if (answer === null || isWorking(all)) return null;
    const code = `${headerOf(answer, 'ngrok-error-code') ?? ''} ${answer.body.text.slice(0, 4000)}`;
    return /ERR_NGROK_6024/.test(code) ? answer : null;
  },
  explain: (answer, {http}) => ({
    cause: `The tunnel (ngrok) in front of the server answers HTTP ${answer.status} with its warning page for browsers (ERR_NGROK_6024); the server itself was not reached. The header "${HEADER}" switches the page off.`,
    evidence: [statusLine(http), ...bodyLine(answer)],
  }),
  fixes: (_, {all}) => {
    const field = seen(all, 'entry')?.rules.fields.headers ?? null;
    const title = `Add the header "${HEADER}: 1" to the entry`;
    return [
      field === null
        ? advice('skip-page', title)
        : editFix(all, {
            id: 'skip-page',
            title,
            path: [field, HEADER],
            edit: {kind: 'set', value: '1'},
            why: 'The tunnel then passes requests on without its page.',
          }),
    ];
  },
});
