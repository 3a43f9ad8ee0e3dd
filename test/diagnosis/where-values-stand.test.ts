import {describe, expect, it, test} from 'vitest';
import {diagnose} from '../../src/diagnosis/engine.ts';
import {FAILURES} from '../../src/diagnosis/failures/index.ts';
import type {Finding} from '../../src/model/finding.ts';
import {type DeepPartial, evidenceOf, type PartialEvidence} from '../helpers/evidence.ts';
import {ended} from '../helpers/said-cases.ts';

const SAYS = 'Error: NOTES_PORT must be a number';
const ROOT = '/work/app';

type Reference = DeepPartial<
  NonNullable<Extract<PartialEvidence['entry'], {variables?: unknown}>['variables']>[number]
>;

const rooted = (evidence: PartialEvidence): Finding | undefined => diagnose(evidenceOf(evidence), FAILURES).findings[0];

/** A server that refuses NOTES_PORT, whose value is written like this in the .mcp.json of Claude Code. */
const taking = (written: string, reference: Reference | null, more: PartialEvidence['entry'] = {}, says = SAYS) =>
  rooted(
    ended(says, {
      entry: {
        client: 'claude-code',
        file: `${ROOT}/.mcp.json`,
        isProjectFile: true,
        at: ['mcpServers', 'notes'],
        envNames: ['NOTES_PORT'],
        raw: {command: 'node', env: {NOTES_PORT: written}},
        variables: reference === null ? [] : [{path: ['env', 'NOTES_PORT'], ...reference}],
        ...more,
      },
    }),
  );

const BY_VARIABLE: Reference = {name: 'MY_PORT', written: '${MY_PORT}'};
const BY_DEFAULT: Reference = {
  name: 'MY_PORT',
  written: '${MY_PORT:-ten}',
  syntax: '${VAR:-default}',
  hasDefault: true,
  isSet: false,
};
const BY_INPUT: Reference = {
  name: 'port',
  written: '${input:port}',
  syntax: '${input:id}',
  isOfEnvironment: false,
};
const VSCODE = {client: 'vscode', file: `${ROOT}/.vscode/mcp.json`, rules: {clientName: 'VS Code'}} as const;

describe('a value that the environment gives', () => {
  test('is changed in the settings that are the person’s own; the entry keeps its reference', () => {
    const found = taking('${MY_PORT}', BY_VARIABLE);
    expect(found).toMatchObject({id: 'env-var-invalid', confidence: 'likely'});
    expect(found?.fixes[0]).toMatchObject({
      title: expect.stringMatching(/^Set MY_PORT to a value of the form/),
      change: {file: `${ROOT}/.claude/settings.local.json`, path: ['env', 'MY_PORT'], edit: {kind: 'ask'}},
    });
    expect(found?.fixes[1]).toMatchObject({kind: 'advice', title: expect.stringMatching(/export MY_PORT=….*stays$/)});
  });
  it.each([
    [
      'of one project',
      {file: '/home/dev/.claude.json', at: ['projects', ROOT, 'mcpServers', 'notes']},
      `${ROOT}/.claude/settings.local.json`,
    ],
    ['of every project', {file: '/home/dev/.claude.json', isProjectFile: false}, '/home/dev/.claude/settings.json'],
    ['of a folder of its own', {file: '/srv/claude/.claude.json', isProjectFile: false}, '/srv/claude/settings.json'],
  ])('a server %s', (_, entry, file) => {
    const home = {home: '/home/dev', platform: 'linux'} as const;
    const found = rooted({
      ...ended(SAYS),
      machine: home,
      entry: {
        client: 'claude-code',
        at: ['mcpServers', 'notes'],
        envNames: ['NOTES_PORT'],
        raw: {command: 'node', env: {NOTES_PORT: '${MY_PORT}'}},
        variables: [{path: ['env', 'NOTES_PORT'], ...BY_VARIABLE}],
        ...entry,
      },
    });
    expect(found?.fixes[0]).toMatchObject({kind: 'edit', change: {file}});
  });
  test.each([
    ['another client', '${MY_PORT}', {client: 'cursor', file: `${ROOT}/.cursor/mcp.json`}],
    ['a part of the value', '1${MY_PORT}', {}],
  ])('%s: nothing but advice, and no literal in the shared file', (_, written, entry) => {
    const found = taking(written, BY_VARIABLE, entry);
    expect(found?.fixes.map(({kind}) => kind)).toEqual(['advice']);
  });
  test('a header with its scheme around the reference', () => {
    const found = rooted({
      entry: {
        client: 'claude-code',
        file: `${ROOT}/.mcp.json`,
        isProjectFile: true,
        at: ['mcpServers', 'notes'],
        transport: 'http',
        headerNames: ['Authorization'],
        raw: {type: 'http', url: 'https://mcp.notes.example/mcp', headers: {Authorization: 'Bearer ${NOTES_TOKEN}'}},
        variables: [{name: 'NOTES_TOKEN', written: '${NOTES_TOKEN}', path: ['headers', 'Authorization']}],
      },
      auth: {status: 401, presentedIn: 'Authorization'},
    });
    expect(found?.class).toBe('auth');
    expect(found?.fixes[0]).toMatchObject({
      title: expect.stringMatching(/NOTES_TOKEN.*settings\.local\.json$/),
      change: {path: ['env', 'NOTES_TOKEN'], edit: {kind: 'ask', isSecret: true}},
    });
    expect(found?.fixes[0]).not.toHaveProperty('change.edit.template');
  });
});

describe('a default that is wrong', () => {
  test('is changed in its place, and the reference around it stays', () => {
    const [fix] = taking('${MY_PORT:-ten}', BY_DEFAULT)?.fixes ?? [];
    expect(fix).toMatchObject({
      title: expect.stringMatching(/^Set the default of MY_PORT to/),
      change: {file: `${ROOT}/.mcp.json`, edit: {kind: 'ask', template: '${MY_PORT:-{value}}'}},
    });
  });
  test('of a variable that is set is not what the server gets', () => {
    const [fix] = taking('${MY_PORT:-80}', {...BY_DEFAULT, written: '${MY_PORT:-80}', isSet: true})?.fixes ?? [];
    expect(fix).toMatchObject({change: {path: ['env', 'MY_PORT']}});
  });
});

describe('a value that only the client knows', () => {
  test('is doubted: the server was asked without it', () => {
    const found = taking('${input:port}', BY_INPUT, VSCODE);
    expect(found).toMatchObject({id: 'env-var-invalid', confidence: 'possible'});
    expect(found?.cause).toMatch(
      /only VS Code knows that value \(it asks you for "port"\).*\$\{input:port\} in its place/,
    );
    expect(found?.fixes).toMatchObject([
      {kind: 'advice', title: expect.stringMatching(/^Start "notes" in VS Code/)},
      {
        kind: 'edit',
        title: expect.stringContaining('mcp-fix undo'),
        change: {path: ['mcpServers', 'notes', 'env', 'NOTES_PORT']},
      },
    ]);
  });
  test('is not blamed for what another variable does', () => {
    const found = taking('${input:port}', BY_INPUT, VSCODE, 'Error: NOTES_REGION is not set');
    expect(found).toMatchObject({id: 'env-var-missing', confidence: 'certain'});
    expect(found?.cause).not.toContain('only VS Code knows');
  });
  test('is not blamed for another, visible reason', () => {
    const found = taking('${input:port}', BY_INPUT, VSCODE, "Error: Cannot find module 'express'");
    expect(found?.cause).not.toContain('only VS Code knows');
  });
});

test.each([
  ['a literal value', 'ten', null],
  [
    'a folder',
    '${workspaceFolder}',
    {name: 'workspaceFolder', written: '${workspaceFolder}', syntax: '${workspaceFolder}', isOfEnvironment: false},
  ],
  ['a spelling that the client does not read', '$env:MY_PORT', {...BY_VARIABLE, syntax: '$env:VAR', isExpanded: false}],
])('%s is edited in its place', (_, written, reference) => {
  const found = taking(written, reference);
  const fix = found?.fixes.find(({kind}) => kind === 'edit');
  expect(fix).toMatchObject({change: {path: ['mcpServers', 'notes', 'env', 'NOTES_PORT']}});
});
