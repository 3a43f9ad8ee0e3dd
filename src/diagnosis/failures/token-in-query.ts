import {askTokenFix} from '../facts/auth-fixes.ts';
import {bodyLine, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice, hasHeader} from '../facts/http-changes.ts';
import {workedTrial} from '../facts/http-trials.ts';
import {defineFailure} from '../failure.ts';

export const tokenInQuery = defineFailure({
  id: 'token-in-query',
  class: 'auth',
  step: 'http',
  title: 'The server takes no token in the address',
  severity: 'error',
  waitingHelps: false,
  needs: ['http', 'entry'],
  signatures: [
    {
      match:
        /(?:token|api[_-]?key).{0,20}(?:in|as) (?:the )?(?:query|URL)(?: string| parameter)?.{0,40}(?:not|no longer|deprecated|unsupported)|\b40[013]\b.{0,30}with \?(?:token|api_?key)=/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Move the token to headers.Authorization ("Bearer <token>") and out of the URL'],
  detect: ({http, entry, all}) => {
    const status = http.main.response?.status ?? 0;
    const key = /[?&]([\w-]*(?:token|key|auth|secret)[\w-]*)=/i.exec(entry.url ?? '')?.[1];
    const moved = workedTrial(http, 'header:Authorization') !== null;
    if (key === undefined || hasHeader(entry, 'Authorization') || isWorking(all)) return null;
    return moved || (status === 400 && http.answered === null) ? {key, moved} : null;
  },
  explain: ({key, moved}, {http}) => ({
    cause: `The token stands in the address (?${key}=…), and the server answers HTTP ${http.main.response?.status}${quoted(messageOf(http.main.response))}. ${moved ? 'With the same token in the header Authorization it works.' : 'Most servers take tokens only in the header Authorization, since addresses end up in logs.'}`,
    confidence: moved ? 'certain' : 'likely',
    evidence: [statusLine(http), ...bodyLine(http.main.response)],
  }),
  fixes: (_, {all}) => [askTokenFix(all, null), advice('shorten-url', 'Then take the token out of the URL')],
});
