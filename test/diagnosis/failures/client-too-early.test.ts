import {expect, it} from 'vitest';
import {clientTooEarly} from '../../../src/diagnosis/failures/client-too-early.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(clientTooEarly, {
    reported: {
      source: 'pasted',
      text: 'WARNING: Failed to validate request: Received request before initialization was complete',
      cleaned: 'WARNING: Failed to validate request: Received request before initialization was complete',
    },
  });
  expect(finding?.cause).toMatch(/before the server had heard/);
  expect(finding?.fixes[0]?.title).toMatch(/Upgrade/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a tool call with wrong arguments',
    {
      reported: {
        text: 'MCP error -32602: Invalid arguments for tool x',
        cleaned: 'MCP error -32602: Invalid arguments for tool x',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(clientTooEarly, evidence)).toBeNull();
});
