import {expect, test} from 'vitest';
import {installText, runtimeOf} from '../../src/diagnosis/facts/command-runtimes.ts';
import {isTooOld, lowestOf} from '../../src/diagnosis/facts/command-versions.ts';
import {roleOf} from '../../src/diagnosis/facts/config-fields.ts';
import {editDistance} from '../../src/model/nearest.ts';
import {evidenceOf} from '../helpers/evidence.ts';

test.each([
  ['18.19.0', '>=20.6', true],
  ['18.17.0', '^18.18.0 || >=20', true],
  ['20.6.0', '>=20.6', false],
  ['22.1.0', '^18 || ^20', false],
  ['16.0.0', '18 - 20', true],
  ['16.20.0', '16.x', false],
  ['3.9.18', '>=3.10,<4', true],
  ['3.11.4', '~=3.11', false],
  ['3.10.1', '==3.12.*', true],
  ['18.0.0', '*', false],
  ['18.0.0', '<20', false],
  ['unknown', '>=20', false],
])('version %s against %s: too old is %s', (version, range, expected) => {
  expect(isTooOld(version, range)).toBe(expected);
});

test('names the lowest version that a range accepts', () => {
  expect(lowestOf('>=20.6')).toBe('20.6');
  expect(lowestOf('^18.18.0 || >=20')).toBe('18.18');
  expect(lowestOf('<4')).toBeNull();
});

test.each([
  ['environment', 'env'],
  ['env_vars', 'env'],
  ['comand', 'command'],
  ['arguments', 'args'],
  ['serverUrl', 'url'],
  ['transport', 'type'],
  ['workingDirectory', 'cwd'],
  ['description', null],
  ['tools', null],
  ['name', null],
  ['autoApprove', null],
])('the key %s is for %s', (key, role) => {
  expect(roleOf(key)).toBe(role);
});

test('counts letters to change, a swap as one', () => {
  expect(editDistance('nodde', 'node')).toBe(1);
  expect(editDistance('ndoe', 'node')).toBe(1);
  expect(editDistance('uvx', 'npx')).toBe(2);
  expect(editDistance('', 'abc')).toBe(3);
});

test('a runtime is known by each of its programs, and its installation is told for the system', () => {
  const uv = runtimeOf('uvx');
  expect(uv?.name).toBe('uv');
  expect(uv === null ? '' : installText(uv, evidenceOf({machine: {platform: 'darwin'}}))).toContain('brew install uv');
  expect(runtimeOf('notes-mcp')).toBeNull();
});
