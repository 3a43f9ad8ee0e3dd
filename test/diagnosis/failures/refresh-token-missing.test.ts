import {expect, it} from 'vitest';
import {refreshTokenMissing} from '../../../src/diagnosis/failures/refresh-token-missing.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(refreshTokenMissing, {
    reported: {
      source: 'pasted',
      text: 're-login every hour; no refresh_token in ~/.mcp-auth/abc_tokens.json',
      cleaned: 're-login every hour; no refresh_token in ~/.mcp-auth/abc_tokens.json',
    },
  });
  expect(finding?.cause).toMatch(/offline_access/);
  expect(finding?.fixes[0]?.title).toMatch(/offline/);
});

const others: readonly [string, PartialEvidence][] = [
  ['an expired one', {reported: {text: 'refresh token is expired', cleaned: 'refresh token is expired'}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(refreshTokenMissing, evidence)).toBeNull();
});
