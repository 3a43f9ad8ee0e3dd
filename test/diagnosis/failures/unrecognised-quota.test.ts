import {expect, it} from 'vitest';
import {unrecognisedQuota} from '../../../src/diagnosis/failures/unrecognised-quota.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(unrecognisedQuota, {
    reported: {
      source: 'pasted',
      text: 'The throttle for this workspace kicked in',
      cleaned: 'The throttle for this workspace kicked in',
    },
  });
  expect(finding?.cause).toMatch(/\w{4}/);
  expect(finding?.fixes[0]?.title).toMatch(/mcp-fix check/);
});

const others: readonly [string, PartialEvidence][] = [
  ['a text of another kind', {reported: {text: 'hello world', cleaned: 'hello world'}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(unrecognisedQuota, evidence)).toBeNull();
});
