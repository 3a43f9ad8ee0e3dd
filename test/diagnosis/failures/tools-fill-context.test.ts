import {expect, it} from 'vitest';
import {toolsFillContext} from '../../../src/diagnosis/failures/tools-fill-context.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(toolsFillContext, {
    reported: {
      source: 'pasted',
      text: '⚠ Large MCP tools context (~144,802 tokens > 25,000)',
      cleaned: '⚠ Large MCP tools context (~144,802 tokens > 25,000)',
    },
  });
  expect(finding?.cause).toMatch(/descri/);
  expect(finding?.fixes[0]?.title).toMatch(/Switch/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'one large answer',
    {
      reported: {
        text: 'response (94702 tokens) exceeds maximum allowed tokens (25000)',
        cleaned: 'response (94702 tokens) exceeds maximum allowed tokens (25000)',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(toolsFillContext, evidence)).toBeNull();
});
