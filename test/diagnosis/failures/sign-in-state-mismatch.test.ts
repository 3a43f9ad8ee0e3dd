import {expect, it} from 'vitest';
import {signInStateMismatch} from '../../../src/diagnosis/failures/sign-in-state-mismatch.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(signInStateMismatch, {
    reported: {
      source: 'pasted',
      text: 'Invalid or expired state parameter - potential CSRF attack',
      cleaned: 'Invalid or expired state parameter - potential CSRF attack',
    },
  });
  expect(finding?.cause).toMatch(/another copy/);
  expect(finding?.fixes[0]?.title).toMatch(/oauth/);
});

const others: readonly [string, PartialEvidence][] = [
  ['a return address', {reported: {text: 'redirect_uri_mismatch', cleaned: 'redirect_uri_mismatch'}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(signInStateMismatch, evidence)).toBeNull();
});
