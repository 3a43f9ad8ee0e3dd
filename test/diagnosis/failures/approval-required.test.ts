import {expect, it} from 'vitest';
import {approvalRequired} from '../../../src/diagnosis/failures/approval-required.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(approvalRequired, {
    reported: {
      source: 'pasted',
      text: 'MCP error -32003: MCP tool call requires approval',
      cleaned: 'MCP error -32003: MCP tool call requires approval',
    },
  });
  expect(finding?.cause).toMatch(/approval/);
  expect(finding?.fixes[0]?.title).toMatch(/Always/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'another code',
    {reported: {text: 'MCP error -32001: Request timed out', cleaned: 'MCP error -32001: Request timed out'}},
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(approvalRequired, evidence)).toBeNull();
});
