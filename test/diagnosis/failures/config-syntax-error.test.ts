import {expect, test} from 'vitest';
import {configSyntaxError} from '../../../src/diagnosis/failures/config-syntax-error.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'other',
      place: {
        line: 5,
        column: 17,
      },
      message: "Unexpected token ','",
      lineText: '      "args": [[,]',
      caret: 17,
    },
    rootType: 'none',
    rootFound: 'missing',
    serverLikePaths: [],
  },
};

test('names the file, the line and what stands there', () => {
  const finding = judged(configSyntaxError, broken);
  expect(finding?.cause).toContain('line 5');
  expect(finding?.cause).toContain('column 17');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Correct line 5');
  expect(finding?.fixes[0]?.kind).toBe('advice');
  expect(finding?.location?.line).toBe(5);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(configSyntaxError, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(configSyntaxError, {file: {}})).toBeUndefined();
});

test('a text without quotes in TOML', () => {
  const at = (lineText: string) =>
    judged(configSyntaxError, {file: {format: 'toml', syntax: {kind: 'other', lineText}, rootFound: 'missing'}})?.cause;
  expect(at('command = node')).toContain('In TOML a text stands in quotes');
  expect(at('enabled = true true')).not.toContain('stands in quotes');
});
