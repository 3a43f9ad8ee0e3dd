import {expect, it} from 'vitest';
import {inputInvalid} from '../../../src/diagnosis/failures/input-invalid.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

const asking = (
  type: string | null,
  lacks: string | null,
  {isExpanded = true, client = 'vscode'} = {},
): PartialEvidence => ({
  entry: {
    client,
    rules: {client: 'vscode', clientName: 'VS Code'},
    raw: {command: 'node', env: {NOTES_KEY: `\${input:notes-key}`}},
    envNames: ['NOTES_KEY'],
    variables: [
      {
        name: 'notes-key',
        written: `\${input:notes-key}`,
        syntax: `\${input:id}`,
        path: ['env', 'NOTES_KEY'],
        isExpanded,
        isSet: true,
        input: {at: ['inputs', 1], place: {file: '/work/app/.vscode/mcp.json', line: 7, column: 3}, type, lacks},
      },
    ],
  },
});

it.each([
  [null, null, 'has no "type"', 'Set "type" of the input "notes-key" to "promptString"', 'type', 'promptString'],
  ['password', null, 'the type "password"', 'to "promptString"', 'type', 'promptString'],
  ['pickstring', null, 'the type "pickstring"', 'to "pickString"', 'type', 'pickString'],
  ['promptString', 'description', 'no "description"', 'Set "description"', 'description', 'notes-key'],
])('type %j, without %j', (type, lacks, says, title, key, value) => {
  const finding = judge(inputInvalid, asking(type, lacks));
  expect(finding?.cause).toContain(says);
  expect(finding?.location).toMatchObject({line: 7});
  expect(finding?.fixes[0]?.title).toContain(title);
  expect(finding?.fixes[0]).toMatchObject({change: {path: ['inputs', 1, key], edit: {kind: 'set', value}}});
});

it.each([
  ['pickString', 'options'],
  ['command', 'command'],
])('what a %s lacks (%s) only the person knows', (type, lacks) => {
  const [fix] = judge(inputInvalid, asking(type, lacks))?.fixes ?? [];
  expect(fix).toMatchObject({kind: 'advice', title: expect.stringContaining(`"${lacks}"`)});
});

it.each([
  ['a whole question', asking('promptString', null)],
  ['a client that replaces none', asking('password', null, {isExpanded: false})],
  ['what another program may not insist on', asking('promptString', 'description', {client: 'visual-studio'})],
  ['an input that the file does not define', {entry: {...asking(null, null).entry, variables: []}}],
])('stays silent: %s', (_, evidence) => {
  expect(judge(inputInvalid, evidence)).toBeNull();
});
