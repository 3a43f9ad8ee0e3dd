import {expect, test} from 'vitest';
import {digestOf} from '../../src/clients/digest.ts';
import {findServers} from '../../src/clients/index.ts';
import {environmentOf} from '../../src/probes/stdio/environment.ts';
import {diskOf, hostOf} from './hosts.ts';

const SEARCH = {folders: [], source: 'shell'} as const;
const FILES = {
  '/home/dev/.claude.json': JSON.stringify({mcpServers: {notes: {command: 'node', args: ['a.js'], env: {OWN: '1'}}}}),
};
const SHELL = {HOME: '/home/dev', PATH: '/usr/bin', HOTEL_X: 'a', OTEL_X: 'b', CLAUDE_CODE_OAUTH_TOKEN: 'c'};

/** The entry of that machine, and the variables that its server is started with. */
const started = async (env: Readonly<Record<string, string>> = {}, projectDir = '/work/app', isMinimal = false) => {
  const host = {...hostOf('linux', {...SHELL, ...env}), cwd: projectDir};
  const disk = diskOf('linux', FILES);
  const [entry] = (await findServers(host, {projectDir, clients: ['claude-code'], disk})).entries;
  if (entry?.launch?.kind !== 'stdio') throw new Error('no entry was found');
  const digest = await digestOf({...entry, projectDir: null}, {...host, cwd: '/elsewhere'}, disk);
  return {digest, given: environmentOf(host, entry, entry.launch, SEARCH, isMinimal)};
};

test('a server of Claude Code is told the project, and is not given its sign-in or its telemetry', async () => {
  expect((await started()).given).toEqual({
    HOME: '/home/dev',
    PATH: '/usr/bin',
    HOTEL_X: 'a',
    CLAUDE_PROJECT_DIR: '/work/app',
    CLAUDECODE: '1',
    COREPACK_ENABLE_AUTO_PIN: '0',
    NoDefaultCurrentDirectoryInExePath: '1',
    OWN: '1',
  });
});

test('what the shell says of a mark does not count; the minimal environment has none', async () => {
  const foreign = {CLAUDE_PROJECT_DIR: '/foreign', CLAUDECODE: '9'};
  expect((await started(foreign)).given).toMatchObject({CLAUDE_PROJECT_DIR: '/work/app', CLAUDECODE: '1'});
  expect((await started({}, '/work/app', true)).given).toEqual({HOME: '/home/dev', PATH: '/usr/bin', OWN: '1'});
});

test.each(['1', 'true', 'YES', 'on'])('CLAUDE_CODE_MCP_ALLOWLIST_ENV=%s leaves the short list', async (word) => {
  const {given} = await started({CLAUDE_CODE_MCP_ALLOWLIST_ENV: word});
  expect(Object.keys(given).sort()).toEqual(['CLAUDECODE', 'CLAUDE_PROJECT_DIR', 'HOME', 'OWN', 'PATH']);
});

test.each(['0', 'false', '2', ''])('CLAUDE_CODE_MCP_ALLOWLIST_ENV=%s does not', async (word) => {
  expect((await started({CLAUDE_CODE_MCP_ALLOWLIST_ENV: word})).given).toMatchObject({HOTEL_X: 'a'});
});

test('CLAUDE_CODE_SUBPROCESS_ENV_SCRUB takes credentials out by their whole names', async () => {
  const env = {ANTHROPIC_API_KEY: 'a', INPUT_ANTHROPIC_API_KEY: 'b', MY_ANTHROPIC_API_KEY: 'c'};
  expect(Object.keys((await started(env)).given)).toEqual(expect.arrayContaining(Object.keys(env)));
  const {given} = await started({...env, CLAUDE_CODE_SUBPROCESS_ENV_SCRUB: '1'});
  expect(Object.keys(given).filter((name) => name.includes('ANTHROPIC'))).toEqual(['MY_ANTHROPIC_API_KEY']);
});

test('the marks are no part of what a yes is bound to', async () => {
  const [here, there] = [await started(), await started({}, '/work/other')];
  expect(there.given).toMatchObject({CLAUDE_PROJECT_DIR: '/work/other'});
  expect(there.digest).toBe(here.digest);
});
