import {expect, it} from 'vitest';
import {inputNotDefined} from '../../../src/diagnosis/failures/input-not-defined.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

const asking = (syntax: string, written: string, isSet: boolean): PartialEvidence => ({
  entry: {
    rules: {client: 'vscode', clientName: 'VS Code'},
    raw: {command: 'node', env: {NOTES_KEY: written}},
    envNames: ['NOTES_KEY'],
    variables: [{name: 'notes-key', written, syntax, path: ['env', 'NOTES_KEY'], isExpanded: true, isSet}],
  },
});

it('names the input and the two ways out', () => {
  const finding = judge(inputNotDefined, asking('${input:id}', '${input:notes-key}', false));
  expect(finding?.cause).toMatch(/"notes-key"/);
  expect(finding?.fixes.map(({title}) => title).join('\n')).toMatch(/Write the value itself[\s\S]*"id": "notes-key"/);
});

it.each([
  ['an input that the file defines', asking('${input:id}', '${input:notes-key}', true)],
  ['a variable', asking('${env:VAR}', '${env:notes-key}', false)],
])('stays silent: %s', (_, evidence) => {
  expect(judge(inputNotDefined, evidence)).toBeNull();
});
