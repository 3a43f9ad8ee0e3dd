import {expect, it} from 'vitest';
import {unrecognisedAuth} from '../../../src/diagnosis/failures/unrecognised-auth.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(unrecognisedAuth, {
    reported: {
      source: 'pasted',
      text: 'The credentials you gave were thrown out',
      cleaned: 'The credentials you gave were thrown out',
    },
  });
  expect(finding?.cause).toMatch(/\w{4}/);
  expect(finding?.fixes[0]?.title).toMatch(/mcp-fix check/);
});

const others: readonly [string, PartialEvidence][] = [
  ['a text of another kind', {reported: {text: 'hello world', cleaned: 'hello world'}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(unrecognisedAuth, evidence)).toBeNull();
});
