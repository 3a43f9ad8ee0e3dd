import {expect, it} from 'vitest';
import {toolArgumentsRefused} from '../../../src/diagnosis/failures/tool-arguments-refused.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(toolArgumentsRefused, {
    reported: {
      source: 'pasted',
      text: 'MCP error -32602: Invalid arguments for tool add_note',
      cleaned: 'MCP error -32602: Invalid arguments for tool add_note',
    },
  });
  expect(finding?.cause).toMatch(/arguments/);
  expect(finding?.fixes[0]?.title).toMatch(/Reconnect/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'another use of the code',
    {
      reported: {
        text: 'MCP error -32602: Invalid request parameters',
        cleaned: 'MCP error -32602: Invalid request parameters',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(toolArgumentsRefused, evidence)).toBeNull();
});
