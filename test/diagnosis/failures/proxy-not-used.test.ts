import {expect, it} from 'vitest';
import {proxyNotUsed} from '../../../src/diagnosis/failures/proxy-not-used.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(proxyNotUsed, {
    reported: {
      source: 'pasted',
      text: 'TypeError: fetch failed (ECONNRESET)',
      cleaned: 'TypeError: fetch failed (ECONNRESET)',
    },
  });
  expect(finding?.cause).toMatch(/proxy/);
  expect(finding?.fixes[0]?.title).toMatch(/remote/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the proxy itself is dead',
    {
      reported: {
        text: 'tunneling socket could not be established, cause=connect ECONNREFUSED',
        cleaned: 'tunneling socket could not be established, cause=connect ECONNREFUSED',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(proxyNotUsed, evidence)).toBeNull();
});
