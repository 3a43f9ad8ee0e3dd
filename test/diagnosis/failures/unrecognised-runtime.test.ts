import {expect, it} from 'vitest';
import {unrecognisedRuntime} from '../../../src/diagnosis/failures/unrecognised-runtime.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(unrecognisedRuntime, {
    reported: {
      source: 'pasted',
      text: 'Fatal: the widget exploded with an exception',
      cleaned: 'Fatal: the widget exploded with an exception',
    },
  });
  expect(finding?.cause).toMatch(/\w{4}/);
  expect(finding?.fixes[0]?.title).toMatch(/mcp-fix check/);
});

const others: readonly [string, PartialEvidence][] = [
  ['a text of another kind', {reported: {text: 'hello world', cleaned: 'hello world'}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(unrecognisedRuntime, evidence)).toBeNull();
});
