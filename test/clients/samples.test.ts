import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {CLIENTS, findServers} from '../../src/clients/index.ts';
import {placesOf} from '../../src/clients/places.ts';
import {diskOf, hostOf, PLATFORMS, type Platform, PROJECTS} from './hosts.ts';

const folder = path.join(import.meta.dirname, 'samples');
const samples = fs.readdirSync(folder).map((file) => {
  const [client = '', scope = ''] = file.split('.');
  return {file, client, scope, text: fs.readFileSync(path.join(folder, file), 'utf8')};
});

/** Where a client keeps that scope on that system; `*` becomes a name. */
const pathOf = (platform: Platform, id: string, scope: string): string | undefined => {
  const client = CLIENTS.find((one) => one.id === id);
  const files = client?.files(placesOf(hostOf(platform), [PROJECTS[platform]])) ?? [];
  const found = files.find((file) => file.scope === scope);
  return found?.path.replaceAll('*', 'sample');
};

test('every client has a sample', () => {
  const missing = CLIENTS.filter(({id}) => !samples.some(({client}) => client === id)).map(({id}) => id);
  expect(missing).toEqual([]);
});

test('ids and names are unique', () => {
  expect(new Set(CLIENTS.map(({id}) => id)).size).toBe(CLIENTS.length);
  expect(new Set(CLIENTS.map(({name}) => name)).size).toBe(CLIENTS.length);
});

describe.each(PLATFORMS)('on %s', (platform) => {
  test.each(samples)('$file is read as its client reads it', async ({client, scope, text}) => {
    const at = pathOf(platform, client, scope);
    if (at === undefined) {
      // A program for one system only.
      expect({'visual-studio': 'win32', xcode: 'darwin'}).toHaveProperty(client);
      expect(platform).not.toBe(client === 'xcode' ? 'darwin' : 'win32');
      return;
    }
    const sign = Object.fromEntries(pathSigns(platform).map((path) => [path, '']));
    const disk = diskOf(platform, {[at]: text, ...sign});
    const found = await findServers(hostOf(platform), {projectDir: PROJECTS[platform], clients: [client], disk});
    expect(found.files).toHaveLength(1);
    expect(found.files[0]).toMatchObject({
      path: at,
      client,
      scope,
      exists: true,
      unreadable: null,
      syntax: null,
      rootFound: expect.stringMatching(/object|array/),
      serverLikePaths: [],
    });
    expect(found.entries.map(({name}) => name)).toEqual(
      client === 'claude-desktop' ? ['local-notes'] : ['local-notes', 'far-notes'],
    );
    const [near, far] = found.entries;
    expect(near?.transport).toBe('stdio');
    expect(near?.launch).toMatchObject({kind: 'stdio', command: 'node', args: ['/srv/notes.js'], env: {REGION: 'eu'}});
    expect(near?.line).toBeGreaterThan(0);
    expect(text.split('\n')[(near?.line ?? 0) - 1]).toContain('local-notes');
    if (far !== undefined) {
      expect(far.launch).toEqual({
        kind: 'remote',
        transport: 'http',
        url: 'https://notes.example/mcp',
        headers: {'X-Team': 'blue'},
        headersHelper: null,
      });
      expect(far.isProjectFile).toBe(at.startsWith(PROJECTS[platform]));
    }
    for (const entry of found.entries) {
      const evidence = found.evidenceOf(entry);
      expect(evidence.rules.clientName.length).toBeGreaterThan(0);
      expect(evidence.variables).toEqual([]);
      expect(evidence.duplicateKeys).toEqual([]);
    }
  });
});

/** The folders that show Visual Studio and Copilot CLI to be in use. */
const pathSigns = (platform: Platform): readonly string[] =>
  platform === 'win32'
    ? ['C:\\Users\\dev\\AppData\\Local\\Microsoft\\VisualStudio\\17\\x', 'C:\\Users\\dev\\.copilot\\x']
    : [`${hostOf(platform).home}/.copilot/x`];
