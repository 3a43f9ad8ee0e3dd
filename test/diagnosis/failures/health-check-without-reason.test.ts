import {expect, it} from 'vitest';
import {healthCheckWithoutReason} from '../../../src/diagnosis/failures/health-check-without-reason.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(healthCheckWithoutReason, {
    reported: {
      source: 'pasted',
      text: 'notes: npx -y @notes/mcp-server - ✗ Failed to connect',
      cleaned: 'notes: npx -y @notes/mcp-server - ✗ Failed to connect',
    },
  });
  expect(finding?.cause).toMatch(/health check/);
  expect(finding?.fixes[0]?.title).toMatch(/check/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a reason follows',
    {
      reported: {
        text: '✗ Failed to connect: ECONNREFUSED 127.0.0.1:3000',
        cleaned: '✗ Failed to connect: ECONNREFUSED 127.0.0.1:3000',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(healthCheckWithoutReason, evidence)).toBeNull();
});
