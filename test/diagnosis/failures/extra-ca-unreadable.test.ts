import {expect, it} from 'vitest';
import {extraCaUnreadable} from '../../../src/diagnosis/failures/extra-ca-unreadable.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(extraCaUnreadable, {
    reported: {
      source: 'pasted',
      text: 'Warning: Ignoring extra certs from `/etc/ssl/acme.pem`, load failed: error:80000002',
      cleaned: 'Warning: Ignoring extra certs from `/etc/ssl/acme.pem`, load failed: error:80000002',
    },
  });
  expect(finding?.cause).toMatch(/NODE_EXTRA_CA_CERTS/);
  expect(finding?.fixes[0]?.title).toMatch(/Correct/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'an unknown issuer',
    {reported: {text: 'unable to get local issuer certificate', cleaned: 'unable to get local issuer certificate'}},
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(extraCaUnreadable, evidence)).toBeNull();
});
