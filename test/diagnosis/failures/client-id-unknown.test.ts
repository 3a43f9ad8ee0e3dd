import {expect, it} from 'vitest';
import {clientIdUnknown} from '../../../src/diagnosis/failures/client-id-unknown.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(clientIdUnknown, {
    reported: {
      source: 'pasted',
      text: '{"error":"invalid_client","error_description":"Client not found"}',
      cleaned: '{"error":"invalid_client","error_description":"Client not found"}',
    },
  });
  expect(finding?.cause).toMatch(/client id/);
  expect(finding?.fixes[0]?.title).toMatch(/Delete/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'refused details of a registration',
    {reported: {text: 'invalid_client_metadata', cleaned: 'invalid_client_metadata'}},
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(clientIdUnknown, evidence)).toBeNull();
});
