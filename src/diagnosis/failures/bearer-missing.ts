import {seen} from '../../model/evidence.ts';
import {credentialOf, refusalLines} from '../facts/auth-credential.ts';
import {editFix, headerPath} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const bearerMissing = defineFailure({
  id: 'bearer-missing',
  class: 'auth',
  step: 'auth',
  title: 'The scheme "Bearer" in front of the token is missing',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth', 'entry'],
  signatures: [
    {
      match:
        /missing (?:the )?["']?bearer["']?|must (?:start|begin) with ["']?bearer|expected (?:a )?["']?bearer|no bearer token/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Put "Bearer " in front of the token in headers.Authorization'],
  detect: ({auth, entry, all}) => {
    if (auth.status !== 401 || auth.presentedIn?.toLowerCase() !== 'authorization') return null;
    const value = credentialOf(all, auth);
    if (
      value === null ||
      value.scheme !== null ||
      value.isEmpty ||
      value.placeholder !== null ||
      value.literalReferences.length > 0
    )
      return null;
    return auth.challenge === null || /^bearer$/i.test(auth.challenge.scheme)
      ? headerPath(entry, 'Authorization')
      : null;
  },
  explain: (_, {auth, all}) => ({
    cause: `The header Authorization holds a bare token: the scheme "Bearer" in front of it is missing, so the server does not recognise it (HTTP 401).`,
    evidence: [
      {label: 'header of the entry', text: 'Authorization: <token>, without "Bearer "', deciding: 'without "Bearer "'},
      ...refusalLines(auth, seen(all, 'http')),
    ],
  }),
  fixes: (path, {all}) => [
    editFix(all, {
      id: 'add-bearer',
      title: `Put "Bearer " in front of the token in ${path.join('.')}`,
      path,
      edit: {kind: 'rewrite', how: {how: 'prefix', text: 'Bearer '}},
      why: 'The header has to read: Authorization: Bearer <token>.',
    }),
  ],
});
