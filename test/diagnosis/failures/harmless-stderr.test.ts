import {expect, it} from 'vitest';
import {harmlessStderr} from '../../../src/diagnosis/failures/harmless-stderr.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(harmlessStderr, {
    reported: {
      source: 'pasted',
      text: '[DEBUG] MCP server error: notes Server stderr: Notes MCP Server running on stdio',
      cleaned: '[DEBUG] MCP server error: notes Server stderr: Notes MCP Server running on stdio',
    },
  });
  expect(finding?.cause).toMatch(/greeting/);
  expect(finding?.fixes[0]?.title).toMatch(/harmless/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a real error',
    {
      reported: {
        text: 'Server stderr: Error: NOTES_TOKEN is not set',
        cleaned: 'Server stderr: Error: NOTES_TOKEN is not set',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(harmlessStderr, evidence)).toBeNull();
});
