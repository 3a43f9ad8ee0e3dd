import type {Edit} from '../../model/change.ts';
import {seen} from '../../model/evidence.ts';
import {credentialOf, refusalLines} from '../facts/auth-credential.ts';
import {askTokenFix} from '../facts/auth-fixes.ts';
import {editFix, headerPath, tokenKey} from '../facts/http-changes.ts';
import {workedTrial} from '../facts/http-trials.ts';
import {defineFailure} from '../failure.ts';

export const wrongHeaderName = defineFailure({
  id: 'wrong-header-name',
  class: 'auth',
  step: 'auth',
  title: 'The server wants the key in another header',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /missing (?:the )?["']?(x-api-key|api-key|x-auth-token|x-access-token)["']?(?: header)?|(x-[\w-]*(?:key|token))\b.{0,30}(?:header )?(?:is )?(?:required|missing)|Auth method is not supported/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Rename the header to the one the server names (X-API-Key) and put the bare key into it, without "Bearer"',
  ],
  detect: ({auth, all}) => {
    const wanted = auth.wantedHeader;
    const sent = auth.presentedIn;
    if (wanted === null || sent === null || wanted.toLowerCase() === sent.toLowerCase()) return null;
    const http = seen(all, 'http');
    return {wanted, sent, worked: http !== undefined && workedTrial(http, `header:${wanted}`) !== null};
  },
  explain: ({wanted, sent, worked}, {auth, all}) => ({
    cause: `The server wants the key in the header ${wanted}; the entry sends it in ${sent} (HTTP ${auth.status}).${worked ? ` With ${wanted} the same key is accepted.` : ''}`,
    confidence: worked ? 'certain' : 'likely',
    evidence: [...refusalLines(auth, seen(all, 'http')), {label: 'header of the entry', text: sent, deciding: sent}],
  }),
  fixes: ({wanted, sent}, {auth, all}) => {
    const isToBearer = /^authorization$/i.test(wanted);
    const hasScheme = (credentialOf(all, auth)?.scheme ?? null) !== null;
    const then = isToBearer
      ? ({how: 'prefix', text: 'Bearer '} as const)
      : hasScheme
        ? ({how: 'strip-scheme'} as const)
        : null;
    const edit: Edit = then === null ? {kind: 'rename', to: wanted} : {kind: 'rename', to: wanted, then};
    const entry = seen(all, 'entry');
    if (tokenKey(entry) !== null) return [askTokenFix(all, wanted)];
    const path = headerPath(entry, sent);
    return [
      editFix(all, {
        id: 'rename-header',
        title: `Rename the header "${String(path.at(-1))}" to "${wanted}"${isToBearer ? ', with "Bearer " in front of the key' : hasScheme ? ', with the bare key' : ''}`,
        path,
        edit,
        why: `The server reads ${wanted}.`,
      }),
    ];
  },
});
