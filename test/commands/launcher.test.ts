import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {expect, test} from 'vitest';
import {BIN} from '../helpers/pty.ts';

/** Runs the launcher under a Node that says it is of another version. */
const launch = (version: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const script = `Object.defineProperty(process.versions, 'node', {value: ${JSON.stringify(version)}}); process.argv = ${JSON.stringify(['node', BIN, ...args])}; require(${JSON.stringify(BIN)});`;
  const {status, stdout, stderr} = spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    env: {PATH: process.env['PATH'] ?? '', HOME: '/nowhere', ...env},
  });
  return {status, stdout, stderr};
};

test.each(['0.12.18', '8.17.0', '14.21.3', '18.20.8'])('Node %s: one line that says what to do', (version) => {
  const {status, stdout, stderr} = launch(version, ['check']);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(new RegExp(`^mcp-fix needs Node 20 or newer; this is Node ${version}\\. .+\\n$`));
});

test('the launcher itself is old syntax: an old Node has to parse it', () => {
  const text = fs.readFileSync(BIN, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  expect(text).not.toMatch(/\b(const|let|class|async|await|import)\b|=>|`|\?\.|\?\?/);
});

test('a Node that is new enough runs the program', () => {
  expect(launch('20.0.0', ['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(launch('26.1.0', ['help']).stdout).toContain('Usage: mcp-fix');
});

test('DEV=true and NO_COLOR do not disturb it', () => {
  expect(launch('20.11.0', ['help'], {DEV: 'true', NO_COLOR: '1'})).toMatchObject({status: 0, stderr: ''});
});

test.each(['--help', '-h', 'help'])('%s is printed without the program, in the words of the program', (word) => {
  const plain = launch('20.11.0', [word]);
  expect(plain).toMatchObject({status: 0, stderr: ''});
  // A second word, and the program itself answers.
  const {stdout} = launch('20.11.0', ['--help', '--help']);
  expect(plain.stdout).toBe(stdout);
  expect(stdout).toContain('Usage: mcp-fix [COMMAND] [OPTIONS]');
});
