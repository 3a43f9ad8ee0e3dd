import {expect, it} from 'vitest';
import {caSettingIgnored} from '../../../src/diagnosis/failures/ca-setting-ignored.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(caSettingIgnored, {
    reported: {
      source: 'pasted',
      text: 'SDK auth failed: unable to get local issuer certificate',
      cleaned: 'SDK auth failed: unable to get local issuer certificate',
    },
  });
  expect(finding?.cause).toMatch(/native build/);
  expect(finding?.fixes[0]?.title).toMatch(/installed/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the same in a Node program',
    {
      reported: {
        text: 'fetch failed: unable to get local issuer certificate',
        cleaned: 'fetch failed: unable to get local issuer certificate',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(caSettingIgnored, evidence)).toBeNull();
});
