import {expect, it} from 'vitest';
import {configuredHeadersNotSent} from '../../../src/diagnosis/failures/configured-headers-not-sent.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(configuredHeadersNotSent, {
    reported: {
      source: 'pasted',
      text: 'Error: Authentication failed. Check your API key.',
      cleaned: 'Error: Authentication failed. Check your API key.',
    },
  });
  expect(finding?.cause).toMatch(/headers/);
  expect(finding?.fixes[0]?.title).toMatch(/Update/);
});

const others: readonly [string, PartialEvidence][] = [
  ['the key is refused', {reported: {text: '401 Bad credentials', cleaned: '401 Bad credentials'}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(configuredHeadersNotSent, evidence)).toBeNull();
});
