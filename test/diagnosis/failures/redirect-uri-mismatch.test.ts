import {expect, it} from 'vitest';
import {redirectUriMismatch} from '../../../src/diagnosis/failures/redirect-uri-mismatch.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(redirectUriMismatch, {
    reported: {
      source: 'pasted',
      text: 'redirect_uri did not match any configured URIs. Passed URI: http://127.0.0.1:53911/callback',
      cleaned: 'redirect_uri did not match any configured URIs. Passed URI: http://127.0.0.1:53911/callback',
    },
  });
  expect(finding?.cause).toMatch(/return/);
  expect(finding?.fixes[0]?.title).toMatch(/callback/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a stale client',
    {reported: {text: 'invalid_client: client not found', cleaned: 'invalid_client: client not found'}},
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(redirectUriMismatch, evidence)).toBeNull();
});
