import {expect, test} from 'vitest';
import type {CommandEvidence, EntryEvidence} from '../../../src/model/evidence.ts';
import {seen} from '../../../src/model/evidence.ts';
import {type NeedFacts, needsOf} from '../../../src/repair/onboard/needs-of.ts';
import {evidenceOf, type PartialEvidence} from '../../helpers/evidence.ts';

const NODE = {path: '/usr/bin/node', version: '20.11.0'};

const needs = (partial: PartialEvidence, rest: Partial<NeedFacts> = {}) => {
  const evidence = evidenceOf({entry: {}, ...partial});
  const entry: EntryEvidence | undefined = seen(evidence, 'entry');
  const command: CommandEvidence | undefined = seen(evidence, 'command');
  if (entry === undefined) throw new Error('the evidence has an entry');
  const found = needsOf({
    entry,
    command: command ?? null,
    findings: [],
    mentioned: [],
    isSet: () => false,
    hintsFor: () => [],
    placeFor: () => null,
    byHand: (name) => `export ${name}`,
    node: NODE,
    machine: evidence.machine,
    ...rest,
  });
  return Object.fromEntries(found.map((need) => [need.id, need]));
};

test('a program that is not found is missing; where another is, that is told', () => {
  const lost = needs({command: {command: 'uvx', resolved: null}});
  expect(lost['program:uvx']).toMatchObject({state: 'missing', todo: expect.stringMatching(/^Install uv: docs/)});
  expect(needs({command: {command: 'acme-mcp', resolved: null}})['program:acme-mcp']?.todo).toMatch(
    /^Install acme-mcp\. Or correct/,
  );
  const elsewhere = needs({
    command: {
      command: 'uvx',
      resolved: null,
      elsewhere: [{path: '/home/ada/.local/bin/uvx', source: 'known-folder', owner: 'uv', version: null}],
    },
  });
  expect(elsewhere['program:uvx']?.todo).toContain('/home/ada/.local/bin/uvx');
  expect(needs({command: {command: 'node', resolved: '/usr/bin/node'}})['program:node']?.state).toBe('met');
});

test.each([
  ['>=20', '/usr/bin/node', 'met'],
  ['>=22', '/usr/bin/node', 'missing'],
  ['^22.1 || >=24', '/usr/bin/node', 'missing'],
  ['>=20.19.0', '/usr/bin/node', 'missing'],
  // Of another Node no version is known before it is started; of an odd range nothing is claimed.
  ['>=22', '/opt/node/bin/node', 'later'],
  ['<23', '/usr/bin/node', 'later'],
])('Node %s, with %s', (enginesNode, path, state) => {
  const found = needs({
    command: {runtime: {name: 'node', path, version: null}, project: {dir: '/srv/notes', enginesNode}},
  });
  expect(found['version:node']?.state).toBe(state);
});

test('packages and build output: what to run, and where', () => {
  const found = needs({
    command: {
      project: {
        dir: '/srv/notes',
        manifest: 'package.json',
        hasDependencies: true,
        isInstalled: false,
        packageManager: 'pnpm',
        buildScript: 'build',
      },
      pathArguments: [
        {
          index: 0,
          text: 'dist/server.js',
          resolved: '/srv/notes/dist/server.js',
          exists: false,
          kind: 'none',
          isScript: true,
        },
      ],
    },
  });
  expect(found['build:install']).toMatchObject({
    state: 'missing',
    todo: 'Run in /srv/notes: pnpm install; then look again.',
  });
  expect(found['build:script']).toMatchObject({
    state: 'missing',
    todo: 'Run in /srv/notes: pnpm run build; then look again.',
  });
});

test('variables: unset, set, with a default, asked for by the client, and only mentioned by the script', () => {
  const one = (name: string, rest: object) => ({
    name,
    written: `\${${name}}`,
    syntax: '${VAR}',
    isExpanded: true,
    isSet: false,
    hasDefault: false,
    input: null,
    ...rest,
  });
  const found = needs(
    {
      entry: {
        variables: [
          one('UNSET', {}),
          one('SET', {isSet: true}),
          one('OPTIONAL', {hasDefault: true}),
          one('ASKED', {syntax: '${input:id}', isOfEnvironment: false}),
          one('workspaceFolder', {syntax: '${workspaceFolder}', isOfEnvironment: false}),
          one('LITERAL', {isExpanded: false}),
        ],
      },
    },
    {mentioned: ['IN_SCRIPT'], isSet: (name) => name === 'UNSET'},
  );
  expect(Object.entries(found).map(([id, need]) => [id, need.state])).toEqual([
    // What stands in the entry counts, whatever else has that name.
    ['variable:UNSET', 'missing'],
    ['variable:SET', 'met'],
    ['variable:OPTIONAL', 'met'],
    ['variable:IN_SCRIPT', 'missing'],
    ['variable:input ASKED', 'later'],
  ]);
  expect(found['variable:UNSET']?.todo).toBe('export UNSET');
});

test('a remote server without a credential may want a sign-in; one with a token in its header does not', () => {
  const remote = {transport: 'http', url: 'https://notes.example/mcp'} as const;
  expect(needs({entry: {...remote, headerNames: []}})['sign-in:client']?.state).toBe('later');
  expect(needs({entry: {...remote, headerNames: ['X-API-Key']}})['sign-in:client']).toBeUndefined();
  expect(needs({entry: {transport: 'stdio'}})['sign-in:client']).toBeUndefined();
});

test.each([
  [{manifest: '/srv/notes/package.json', packageManager: null}, 'npm install'],
  [{manifest: '/srv/notes/package.json', packageManager: 'npm'}, 'npm install'],
  [{manifest: '/srv/notes/requirements.txt', packageManager: 'pip'}, 'pip install -r requirements.txt'],
  [{manifest: '/srv/notes/pyproject.toml', packageManager: 'pip'}, 'pip install -e .'],
  [{manifest: '/srv/notes/pyproject.toml', packageManager: 'uv'}, 'uv sync'],
] as const)('packages are installed with what works there: %o', (project, line) => {
  const found = needs({
    command: {
      command: 'node',
      resolved: '/usr/bin/node',
      project: {dir: '/srv/notes', hasDependencies: true, isInstalled: false, ...project},
    },
  });
  expect(found['build:install']?.todo).toBe(`Run in /srv/notes: ${line}; then look again.`);
});
