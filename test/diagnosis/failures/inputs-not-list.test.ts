import {expect, it} from 'vitest';
import {inputsNotList} from '../../../src/diagnosis/failures/inputs-not-list.ts';
import type {InputsTrouble} from '../../../src/model/evidence.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

const asking = (
  shape: InputsTrouble['shape'] | null,
  {isExpanded = true, syntax = '${input:id}'} = {},
): PartialEvidence => ({
  entry: {
    client: 'vscode',
    rules: {client: 'vscode', clientName: 'VS Code'},
    raw: {command: 'node', env: {NOTES_KEY: '${input:notes-key}'}},
    envNames: ['NOTES_KEY'],
    variables: [
      {name: 'notes-key', written: '${input:notes-key}', syntax, path: ['env', 'NOTES_KEY'], isExpanded, isSet: false},
    ],
    ...(shape === null ? {} : {inputsTrouble: {at: ['mcp', 'inputs'], shape}}),
  },
});

it.each(['map', 'one'] as const)('%s: one change makes the list', (shape) => {
  const finding = judge(inputsNotList, asking(shape));
  expect(finding?.cause).toMatch(/"inputs" of the file is .*object.* list \(array\).*"notes-key"/);
  expect(finding?.location).toMatchObject({line: 2});
  expect(finding?.fixes).toMatchObject([
    {kind: 'edit', change: {path: ['mcp', 'inputs'], edit: {how: {how: 'map-to-list', key: 'id'}}}},
  ]);
});

it('what holds no question is written by the person', () => {
  expect(judge(inputsNotList, asking('other'))?.fixes).toMatchObject([
    {kind: 'advice', title: expect.stringContaining('"id": "notes-key"')},
  ]);
});

it.each([
  ['a list, or none', asking(null)],
  ['nothing that the client asks for', asking('map', {isExpanded: false})],
  ['a variable', asking('map', {syntax: '${env:VAR}'})],
])('stays silent: %s', (_, evidence) => {
  expect(judge(inputsNotList, evidence)).toBeNull();
});
