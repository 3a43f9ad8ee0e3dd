import {expect, it} from 'vitest';
import {timeoutSettingIgnored} from '../../../src/diagnosis/failures/timeout-setting-ignored.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(timeoutSettingIgnored, {
    reported: {source: 'pasted', text: 'SSE stream disconnected', cleaned: 'SSE stream disconnected'},
  });
  expect(finding?.cause).toMatch(/MCP_TIMEOUT/);
  expect(finding?.fixes[0]?.title).toMatch(/Export/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a reconnect that failed',
    {
      reported: {
        text: 'Failed to reconnect SSE stream: Bad Request',
        cleaned: 'Failed to reconnect SSE stream: Bad Request',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(timeoutSettingIgnored, evidence)).toBeNull();
});
