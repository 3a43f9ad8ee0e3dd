import {expect, it} from 'vitest';
import {signInExpired} from '../../../src/diagnosis/failures/sign-in-expired.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(signInExpired, {
    reported: {
      source: 'pasted',
      text: 'invalid_grant: Token has been expired or revoked',
      cleaned: 'invalid_grant: Token has been expired or revoked',
    },
  });
  expect(finding?.cause).toMatch(/refresh token/);
  expect(finding?.fixes[0]?.title).toMatch(/again/);
});

const others: readonly [string, PartialEvidence][] = [
  ['a return address', {reported: {text: 'redirect_uri_mismatch', cleaned: 'redirect_uri_mismatch'}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(signInExpired, evidence)).toBeNull();
});
