import {expect, it} from 'vitest';
import {registrationRejected} from '../../../src/diagnosis/failures/registration-rejected.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(registrationRejected, {
    reported: {
      source: 'pasted',
      text: '{"error":"invalid_client_metadata","error_description":"registration rejected: unsupported grant_type"}',
      cleaned:
        '{"error":"invalid_client_metadata","error_description":"registration rejected: unsupported grant_type"}',
    },
  });
  expect(finding?.cause).toMatch(/registration/);
  expect(finding?.fixes[0]?.title).toMatch(/Server/);
});

const others: readonly [string, PartialEvidence][] = [
  ['an unknown client', {reported: {text: 'invalid_client', cleaned: 'invalid_client'}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(registrationRejected, evidence)).toBeNull();
});
