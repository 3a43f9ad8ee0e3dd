import type {Evidence} from '../../model/evidence.ts';
import {seen} from '../../model/evidence.ts';
import {advise, askVariable} from '../facts/launch-fixes.ts';
import {givenNames} from '../facts/launch-variables.ts';
import {defineFailure} from '../failure.ts';

export const toolsListUnauthorized = defineFailure({
  id: 'tools-list-unauthorized',
  class: 'auth',
  step: 'tools',
  title: 'The server wants a credential before it lists its tools',
  severity: 'error',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {match: /tools\/list[^\n]{0,80}\b40[13]\b|Error retrieving tool list[^\n]{0,80}40[13]/i, confidence: 'likely'},
  ],
  remedies: [
    'Give the server a valid credential: set or replace the token that it takes',
    'Sign in again in the client',
  ],
  detect: ({tools}) => {
    const words = DENIED.exec(`${tools.error?.message ?? ''} ${tools.error?.data ?? ''}`)?.[0];
    const status = tools.httpStatus === 401 || tools.httpStatus === 403 ? tools.httpStatus : null;
    return status !== null || words !== undefined ? {status, words: words ?? ''} : null;
  },
  explain: ({status, words}, {tools, all}) => ({
    cause: `The server says hello to everybody, but answers tools/list with ${status === null ? `"${words}"` : `HTTP status ${status}`}: ${names(all)} ${status === 403 ? 'is not allowed to list them' : 'is missing, wrong or expired'}.`,
    evidence: [
      {
        label: 'Answer to tools/list',
        text: `${status ?? ''} ${tools.error?.message ?? ''}`.trim(),
        deciding: status === null ? words : String(status),
      },
    ],
    confidence: 'likely',
  }),
  fixes: (_, {all}) => {
    const env = givenNames(all).find((name) => /KEY|TOKEN|SECRET|PASS/.test(name));
    return [
      ...(env === undefined ? [] : [askVariable(all, env, `Set ${env} in "env" to a new, valid value`)]),
      advise(
        'credential',
        'Give the server a valid credential: sign in again in the client, or replace the token by a new one with the right to use it',
      ),
    ];
  },
});

const DENIED =
  /\b(?:401|403)\b|unauthori[sz]ed|forbidden|authentication (?:required|failed)|not authenticated|invalid (?:api[ _-]?key|token|credentials?)|(?:token|key) (?:has )?expired/i;

const names = (evidence: Evidence): string => {
  const entry = seen(evidence, 'entry');
  const secret = [...(entry?.envNames ?? []), ...(entry?.headerNames ?? [])].find((name) =>
    /KEY|TOKEN|SECRET|AUTH/i.test(name),
  );
  return secret === undefined ? 'the credential' : `the credential in ${secret}`;
};
