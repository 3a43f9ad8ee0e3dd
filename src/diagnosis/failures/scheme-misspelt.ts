import {seen} from '../../model/evidence.ts';
import {credentialOf, refusalLines} from '../facts/auth-credential.ts';
import {advice, editFix, headerPath} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const schemeMisspelt = defineFailure({
  id: 'scheme-misspelt',
  class: 'auth',
  step: 'auth',
  title: 'The scheme in front of the token is not "Bearer"',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth', 'entry'],
  signatures: [
    {
      match:
        /unsupported (?:authori[sz]ation|auth(?:entication)?) (?:scheme|type|method)|unknown auth(?:entication|orization)? scheme|invalid (?:auth|token) (?:scheme|type)/i,
      confidence: 'likely',
    },
  ],
  remedies: ['Write the scheme as the server wants it: "Bearer <token>"'],
  detect: ({auth, all}) => {
    if (auth.status !== 401 || auth.presentedIn?.toLowerCase() !== 'authorization') return null;
    const value = credentialOf(all, auth);
    // 'Bearer: x': the shape tells the word alone, the text still has its colon.
    const scheme = /^\s*([A-Za-z-]{2,20}:)\s/.exec(value?.text ?? '')?.[1] ?? value?.scheme ?? null;
    const wanted = auth.challenge?.scheme ?? 'Bearer';
    if (scheme === null || !/^(?:bearer|basic)$/i.test(wanted)) return null;
    const right = wanted.toLowerCase() === 'bearer' ? 'Bearer' : 'Basic';
    return scheme === right ? null : {scheme, right};
  },
  explain: ({scheme, right}, {auth, all}) => ({
    cause: `The header Authorization begins with "${scheme}", and the server asks for the scheme "${right}" (HTTP 401).${scheme.endsWith(':') ? ' The colon behind the word is one too many.' : ''}`,
    confidence: scheme.toLowerCase() === right.toLowerCase() ? 'likely' : 'certain',
    evidence: [
      {label: 'header of the entry', text: `Authorization: ${scheme} <token>`, deciding: scheme},
      ...refusalLines(auth, seen(all, 'http')),
    ],
  }),
  fixes: ({right}, {all, entry}) =>
    right === 'Bearer'
      ? [
          editFix(all, {
            id: 'set-scheme',
            title: `Write "Bearer" in front of the token in headers.Authorization`,
            path: headerPath(entry, 'Authorization'),
            edit: {kind: 'rewrite', how: {how: 'set-scheme', scheme: 'Bearer'}},
            why: 'The server asks for this scheme.',
          }),
        ]
      : [advice('basic', 'Put user name and password into headers.Authorization as "Basic <base64 of user:password>"')],
});
