import {expect, it} from 'vitest';
import {firewallBlocksClient} from '../../../src/diagnosis/failures/firewall-blocks-client.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(firewallBlocksClient, {
    reported: {
      source: 'pasted',
      text: 'OAuth completes (/token 200) then 403 host_not_allowed',
      cleaned: 'OAuth completes (/token 200) then 403 host_not_allowed',
    },
  });
  expect(finding?.cause).toMatch(/firewall/);
  expect(finding?.fixes[0]?.title).toMatch(/Allow/);
});

const others: readonly [string, PartialEvidence][] = [
  ['a refused host name', {reported: {text: '403 Invalid Host header', cleaned: '403 Invalid Host header'}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(firewallBlocksClient, evidence)).toBeNull();
});
