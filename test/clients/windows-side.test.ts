import {describe, expect, test} from 'vitest';
import {findServers} from '../../src/clients/index.ts';
import type {Host} from '../../src/model/host.ts';
import {diskOf, hostOf} from './hosts.ts';

const DESKTOP = '/mnt/c/Users/Ada/AppData/Roaming/Claude/claude_desktop_config.json';
const servers = (name: string): string => JSON.stringify({mcpServers: {[name]: {command: 'C:\\tools\\x.exe'}}});
const FILES = {
  '/home/dev/.cursor/mcp.json': servers('own'),
  [DESKTOP]: servers('notes'),
  '/mnt/c/Users/Public/.cursor/mcp.json': servers('nobody'),
};

const find = (host: Partial<Host>, files: Readonly<Record<string, string>> = FILES) =>
  findServers({...hostOf('linux'), ...host}, {projectDir: '/work/app', disk: diskOf('linux', files)});

describe('the Windows side under WSL', () => {
  test('files of Windows programs are shown as theirs, and are no entries of this side', async () => {
    const found = await find({isWsl: true});
    expect(found.windowsSide).toMatchObject([
      {clientName: 'Claude Desktop (Windows)', path: DESKTOP, serverNames: ['notes']},
    ]);
    expect(found.entries.map(({name}) => name)).toEqual(['own']);
    expect(found.files.map(({path}) => path)).not.toContain(DESKTOP);
  });
  test('one’s own Windows profile counts before those of others', async () => {
    const found = await find(
      {isWsl: true, env: {USER: 'ada'}},
      {...FILES, '/mnt/c/Users/Bob/.cursor/mcp.json': servers('bobs')},
    );
    expect(found.windowsSide.map(({serverNames}) => serverNames)).toEqual([['notes']]);
  });
  test('what an administrator and an extension bring is shown too', async () => {
    const paths = [
      '/mnt/c/ProgramData/OpenAI/Codex/config.toml',
      '/mnt/c/Users/Ada/.gemini/extensions/x/gemini-extension.json',
    ];
    const toml = '[mcp_servers.shared]\ncommand = "x"\n';
    const found = await find({isWsl: true}, {[paths[0] ?? '']: toml, [paths[1] ?? '']: servers('brought')});
    expect(found.windowsSide.map(({path}) => path)).toEqual(expect.arrayContaining(paths));
    expect(found.entries).toEqual([]);
  });
  test('without WSL /mnt/c is a folder like any other', async () => {
    expect((await find({isWsl: false})).windowsSide).toEqual([]);
  });
});
