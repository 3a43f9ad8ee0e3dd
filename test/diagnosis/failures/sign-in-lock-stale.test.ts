import {expect, it} from 'vitest';
import {signInLockStale} from '../../../src/diagnosis/failures/sign-in-lock-stale.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(signInLockStale, {
    reported: {
      source: 'pasted',
      text: 'Another instance is handling authentication (waiting)',
      cleaned: 'Another instance is handling authentication (waiting)',
    },
  });
  expect(finding?.cause).toMatch(/lock/);
  expect(finding?.fixes[0]?.title).toMatch(/Delete/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a taken port',
    {
      reported: {
        text: 'OAuth callback port 19876 is already in use',
        cleaned: 'OAuth callback port 19876 is already in use',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(signInLockStale, evidence)).toBeNull();
});
