import {expect, it} from 'vitest';
import {toolResultWithoutStructure} from '../../../src/diagnosis/failures/tool-result-without-structure.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(toolResultWithoutStructure, {
    reported: {
      source: 'pasted',
      text: 'MCP error -32600: Tool list_notes has an output schema but did not return structured content',
      cleaned: 'MCP error -32600: Tool list_notes has an output schema but did not return structured content',
    },
  });
  expect(finding?.cause).toMatch(/output schema/);
  expect(finding?.fixes[0]?.title).toMatch(/Upgrade/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a bad input',
    {
      reported: {
        text: 'Input validation error: is not of type object',
        cleaned: 'Input validation error: is not of type object',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(toolResultWithoutStructure, evidence)).toBeNull();
});
