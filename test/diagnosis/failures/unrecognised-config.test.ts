import {expect, it} from 'vitest';
import {unrecognisedConfig} from '../../../src/diagnosis/failures/unrecognised-config.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(unrecognisedConfig, {
    reported: {
      source: 'pasted',
      text: 'The configuration of the plugin looks odd',
      cleaned: 'The configuration of the plugin looks odd',
    },
  });
  expect(finding?.cause).toMatch(/\w{4}/);
  expect(finding?.fixes[0]?.title).toMatch(/mcp-fix check/);
});

const others: readonly [string, PartialEvidence][] = [
  ['a text of another kind', {reported: {text: 'hello world', cleaned: 'hello world'}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(unrecognisedConfig, evidence)).toBeNull();
});
