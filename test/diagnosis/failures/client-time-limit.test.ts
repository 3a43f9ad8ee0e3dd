import {expect, it} from 'vitest';
import {clientTimeLimit} from '../../../src/diagnosis/failures/client-time-limit.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(clientTimeLimit, {
    reported: {
      source: 'pasted',
      text: 'MCP error -32001: Request timed out',
      cleaned: 'MCP error -32001: Request timed out',
    },
  });
  expect(finding?.cause).toMatch(/stopped waiting/);
  expect(finding?.fixes[0]?.title).toMatch(/Raise/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a closed connection',
    {reported: {text: 'MCP error -32000: Connection closed', cleaned: 'MCP error -32000: Connection closed'}},
  ],
  [
    'a session',
    {
      reported: {
        text: '{"code":-32001,"message":"Session not found"}',
        cleaned: '{"code":-32001,"message":"Session not found"}',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(clientTimeLimit, evidence)).toBeNull();
});
