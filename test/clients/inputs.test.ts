import {describe, expect, it, test} from 'vitest';
import {rewritten} from '../../src/clients/edit/rewrite.ts';
import {secretValues} from '../../src/clients/edit/secret-values.ts';
import type {Json} from '../../src/model/json.ts';
import {look} from './look.ts';

const MCP = '/work/app/.vscode/mcp.json';
const QUESTION = {type: 'promptString', description: 'The port of the notes'};
const withInputs = (inputs: Json): Json => ({
  inputs,
  servers: {notes: {type: 'stdio', command: 'node', args: ['${workspaceFolder}/x'], env: {PORT: '${input:port}'}}},
});

const troubleOf = async (inputs: Json) => {
  const {found, servers} = await look('vscode', {[MCP]: withInputs(inputs)});
  const [entry] = found.entries;
  return {trouble: entry === undefined ? undefined : found.evidenceOf(entry).inputsTrouble, ids: servers[0]?.ids};
};

describe('"inputs" that is no list', () => {
  it.each<[string, Json, string]>([
    ['questions under their ids', {port: QUESTION}, 'map'],
    ['one question', {id: 'port', ...QUESTION}, 'one'],
    ['a text', 'port', 'other'],
    ['texts under ids', {port: 'promptString'}, 'other'],
    ['nothing', {}, 'other'],
  ])('%s', async (_, inputs, shape) => {
    const {trouble, ids} = await troubleOf(inputs);
    expect(trouble).toMatchObject({at: ['inputs'], shape, place: {file: MCP, line: 2}});
    expect(ids).toContain('inputs-not-list');
    expect(ids).not.toContain('input-not-defined');
  });
  it.each<[string, Json, boolean]>([
    ['a list', [{id: 'port', ...QUESTION}], false],
    ['a list without it', [], true],
  ])('%s is none', async (_, inputs, isUndefined) => {
    const {trouble, ids} = await troubleOf(inputs);
    expect(trouble).toBeNull();
    expect(ids).not.toContain('inputs-not-list');
    expect(ids?.includes('input-not-defined')).toBe(isUndefined);
  });
});

test('words of the client are told from variables of the environment', async () => {
  const {found} = await look('vscode', {[MCP]: withInputs([{id: 'port', ...QUESTION}])});
  const [entry] = found.entries;
  const variables = entry === undefined ? [] : found.evidenceOf(entry).variables;
  expect(variables.map(({name, isOfEnvironment}) => [name, isOfEnvironment])).toEqual([
    ['workspaceFolder', false],
    ['port', false],
  ]);
});

test.each<[string, Json, Json]>([
  [
    'under ids',
    {a: QUESTION, b: {type: 'command'}},
    [
      {id: 'a', ...QUESTION},
      {id: 'b', type: 'command'},
    ],
  ],
  ['a name of its own stays', {0: {type: 'command', id: 'a'}}, [{id: 'a', type: 'command'}]],
  ['an id that is no text', {a: {id: 1}}, [{id: 'a'}]],
  ['one alone', {id: 'a', ...QUESTION}, [{id: 'a', ...QUESTION}]],
])('a map becomes a list: %s', (_, old, value) => {
  expect(rewritten(old, {how: 'map-to-list', key: 'id'})).toEqual({value});
});

test.each<[string, Json]>([
  ['a list', [QUESTION]],
  ['a text', 'a'],
  ['not all are objects', {a: QUESTION, b: 'x'}],
])('no list is made of %s', (_, old) => {
  expect(rewritten(old, {how: 'map-to-list', key: 'id'})).toHaveProperty('refused');
});

test('what a question asks is shown, and its default is not', () => {
  const question = {...QUESTION, default: 'k3y-0f-the-n0tes'};
  expect(secretValues({inputs: {port: question}})).toEqual(['k3y-0f-the-n0tes']);
  expect(secretValues({env: {PORT: 'k3y-0f-the-n0tes', description: 'another k3y'}})).toContain('another k3y');
});
