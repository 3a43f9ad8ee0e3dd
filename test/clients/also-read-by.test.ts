import {expect, test} from 'vitest';
import {findServers} from '../../src/clients/index.ts';
import {diskOf, hostOf, type Platform, PROJECTS} from './hosts.ts';

const HOME = '/home/dev';
const PROJECT = PROJECTS.linux;
const SETTINGS = `${HOME}/.config/Code/User/settings.json`;
const one = JSON.stringify({mcpServers: {notes: {command: 'node'}}});

const readersOf = async (
  file: string,
  others: Readonly<Record<string, string>>,
  {platform = 'linux', clients}: {platform?: Platform; clients?: readonly string[]} = {},
) => {
  const disk = diskOf(platform, {[file]: one, ...others});
  const options = {projectDir: PROJECTS[platform], disk, ...(clients === undefined ? {} : {clients})};
  return (await findServers(hostOf(platform), options)).alsoReadBy(file);
};

test.each([
  ['Warp', `${HOME}/.claude.json`, {[`${HOME}/.warp/x`]: ''}],
  ['Grok Build', `${HOME}/.claude.json`, {[`${HOME}/.grok/x`]: ''}],
  ['Qoder', `${PROJECT}/.mcp.json`, {[`${HOME}/.qoder/x`]: ''}],
  ['VS Code', `${PROJECT}/.mcp.json`, {[`${HOME}/.config/Code/x`]: ''}],
  [
    'the command line agents of GitHub Copilot in JetBrains programs',
    `${HOME}/.copilot/mcp-config.json`,
    {[`${HOME}/.config/github-copilot/intellij/x`]: ''},
  ],
])('%s takes %s where it is in use, and only there', async (by, file, sign) => {
  expect(await readersOf(file, sign)).toEqual([by]);
  expect(await readersOf(file, sign, {clients: ['claude-code']})).toEqual([by]);
  expect(await readersOf(file, {})).toEqual([]);
  expect(await readersOf(`${HOME}/.codeium/mcp_config.json`, sign)).toEqual([]);
});

test.each([
  [true, true],
  [{'claude-desktop': true}, true],
  [{'claude-desktop': false, 'cursor-global': true}, false],
  [false, false],
])('VS Code’s discovery set to %j', async (discovery, isRead) => {
  const settings = {[SETTINGS]: JSON.stringify({'chat.mcp.discovery.enabled': discovery})};
  const file = `${HOME}/.config/Claude/claude_desktop_config.json`;
  expect(await readersOf(file, settings)).toEqual(isRead ? ['VS Code'] : []);
});

test('the Code tab of Claude Desktop is there on macOS and Windows', async () => {
  const file = '/Users/dev/Library/Application Support/Claude/claude_desktop_config.json';
  expect(await readersOf(file, {}, {platform: 'darwin'})).toEqual(['the Code tab of Claude Desktop']);
  expect(await readersOf(`${HOME}/.config/Claude/claude_desktop_config.json`, {})).toEqual([]);
});
