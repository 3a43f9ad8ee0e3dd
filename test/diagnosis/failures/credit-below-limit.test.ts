import {expect, it} from 'vitest';
import {creditBelowLimit} from '../../../src/diagnosis/failures/credit-below-limit.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(creditBelowLimit, {
    reported: {
      source: 'pasted',
      text: 'Insufficient credits to perform this request. For more credits, you can upgrade your plan or try changing the request limit to a lower value.',
      cleaned:
        'Insufficient credits to perform this request. For more credits, you can upgrade your plan or try changing the request limit to a lower value.',
    },
  });
  expect(finding?.cause).toMatch(/limit argument/);
  expect(finding?.fixes[0]?.title).toMatch(/Lower/);
});

const others: readonly [string, PartialEvidence][] = [
  ['no credit at all', {reported: {text: '402 Payment Required', cleaned: '402 Payment Required'}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(creditBelowLimit, evidence)).toBeNull();
});
