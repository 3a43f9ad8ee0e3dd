import {expect, it} from 'vitest';
import {outputTooLarge} from '../../../src/diagnosis/failures/output-too-large.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(outputTooLarge, {
    reported: {
      source: 'pasted',
      text: 'MCP tool "search" response (94702 tokens) exceeds maximum allowed tokens (25000). Please use pagination.',
      cleaned:
        'MCP tool "search" response (94702 tokens) exceeds maximum allowed tokens (25000). Please use pagination.',
    },
  });
  expect(finding?.cause).toMatch(/answer is longer/);
  expect(finding?.fixes[0]?.title).toMatch(/Raise/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'too many tools',
    {
      reported: {
        text: 'Large MCP tools context (~144,802 tokens > 25,000)',
        cleaned: 'Large MCP tools context (~144,802 tokens > 25,000)',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(outputTooLarge, evidence)).toBeNull();
});
