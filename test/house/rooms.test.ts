import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {importsOf, root, sourceFiles} from '../helpers/source-files.ts';

/** What each room may import: other rooms, and the packages that only it may use. docs/design.md says why. */
const ROOMS: Readonly<Record<string, {readonly rooms: readonly string[]; readonly packages: readonly string[]}>> = {
  model: {rooms: [], packages: []},
  files: {rooms: ['model'], packages: []},
  clients: {rooms: ['model', 'files'], packages: ['jsonc-parser', 'toml-eslint-parser', 'smol-toml', 'yaml', 'diff']},
  probes: {
    rooms: ['model', 'files'],
    packages: ['@modelcontextprotocol/sdk', '@modelcontextprotocol/client', 'execa', 'undici'],
  },
  diagnosis: {rooms: ['model'], packages: []},
  repair: {rooms: ['model', 'diagnosis'], packages: []},
  records: {rooms: ['model', 'files'], packages: ['conf']},
  reports: {rooms: ['model'], packages: []},
  wizard: {rooms: ['model', 'repair'], packages: ['ink', 'react']},
  commands: {
    rooms: ['model', 'files', 'clients', 'probes', 'diagnosis', 'repair', 'records', 'reports', 'wizard'],
    packages: [],
  },
  build: {
    rooms: ['model', 'files', 'clients', 'diagnosis', 'commands', 'reports', 'wizard', 'repair'],
    packages: ['esbuild'],
  },
};

/** Builtins that only one room may touch. */
const BUILTINS: Readonly<Record<string, readonly string[]>> = {
  'node:fs': ['files', 'build'],
  'node:fs/promises': ['files', 'build'],
  'node:child_process': ['probes', 'build'],
  'node:http': ['probes'],
  'node:https': ['probes'],
  'node:net': ['probes'],
  'node:tls': ['probes'],
  'node:dns': ['probes'],
  'node:dns/promises': ['probes'],
  'node:os': ['commands'],
  'node:process': ['commands', 'build'],
};

const files = sourceFiles();

describe('rooms', () => {
  test.each(files.map((file) => [file.path, file] as const))('%s keeps to its room', (_name, file) => {
    const law = ROOMS[file.room];
    expect(law, `src/${file.room} is no room of docs/design.md`).toBeDefined();
    if (law === undefined) return;
    for (const wanted of importsOf(file.text)) {
      if (wanted.startsWith('.')) {
        const target =
          path
            .relative(path.join(root, 'src'), path.resolve(root, path.dirname(file.path), wanted))
            .split(path.sep)[0] ?? '';
        if (target === file.room) continue;
        expect(law.rooms, `${file.path} imports ${wanted}: the room "${file.room}" may not use "${target}"`).toContain(
          target,
        );
      } else if (wanted.startsWith('node:')) {
        const owners = BUILTINS[wanted];
        if (owners !== undefined)
          expect(owners, `${file.path}: ${wanted} belongs to ${owners.join(', ')}`).toContain(file.room);
      } else {
        const name = wanted
          .split('/')
          .slice(0, wanted.startsWith('@') ? 2 : 1)
          .join('/');
        expect(law.packages, `${file.path} imports ${name}: not a package of the room "${file.room}"`).toContain(name);
      }
    }
  });

  test('only commands/host.ts and commands/terminal.ts look at the process', () => {
    const guilty = files
      .filter(
        (file) =>
          file.room !== 'build' &&
          !/^src\/commands\/(host|terminal|wizard)\.ts$/.test(file.path) &&
          !file.path.endsWith('.mjs'),
      )
      .filter((file) =>
        /\bprocess\.(?!env\[?$)(argv|env|stdin|stdout|stderr|platform|cwd|on|exitCode|kill|pid)\b/.test(
          withoutComments(file.text),
        ),
      )
      .filter(
        (file) =>
          !(
            file.room === 'probes' &&
            !/\bprocess\.(argv|env|stdin|stdout|stderr|platform|cwd)\b/.test(withoutComments(file.text))
          ),
      )
      .map((file) => file.path);
    expect(guilty).toEqual([]);
  });

  test('nobody ends the process: only bin/ sets the exit code', () => {
    const guilty = files
      .filter(
        (file) =>
          file.room !== 'build' &&
          !file.path.includes('/demo/servers/') &&
          !file.path.includes('supervisor') &&
          /process\.exit\b|process\.exitCode/.test(withoutComments(file.text)),
      )
      .map((file) => file.path);
    expect(guilty).toEqual([]);
  });

  test('nobody reads the clock but through the host', () => {
    const guilty = files
      .filter((file) => !['build', 'probes'].includes(file.room) && file.path !== 'src/commands/host.ts')
      .filter((file) => /\bDate\.now\(|new Date\(\)/.test(withoutComments(file.text)))
      .map((file) => file.path);
    expect(guilty).toEqual([]);
  });
});

describe('sizes and names', () => {
  test.each(files.map((file) => [file.path, file] as const))('%s is at most 250 lines', (_name, file) => {
    expect(file.text.split('\n').length - 1).toBeLessThanOrEqual(250);
  });

  test('half of the files are below 80 lines', () => {
    const lines = files.map((file) => file.text.split('\n').length).sort((a, b) => a - b);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThan(80);
  });

  test('file names are kebab-case and say what is inside', () => {
    const odd = files
      .filter(
        ({path: file}) =>
          !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(path.basename(file).replace(/(\.d)?\.(ts|tsx|mjs)$/, '')) ||
          /(^|\/)(utils?|common|manager|service|types|helpers?)\.tsx?$/.test(file),
      )
      .map((file) => file.path);
    expect(odd).toEqual([]);
  });

  test('no test is skipped or alone', () => {
    const tests = listTests(path.join(root, 'test'));
    const guilty = tests.filter(
      (file) =>
        !file.endsWith('rooms.test.ts') &&
        /\b(it|test|describe)\.(skip|only|todo)\(|expect\(true\)|@ts-ignore|@ts-nocheck/.test(
          fs.readFileSync(file, 'utf8'),
        ),
    );
    expect(guilty).toEqual([]);
  });
});

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '$1');

const listTests = (folder: string): readonly string[] =>
  fs.readdirSync(folder, {withFileTypes: true}).flatMap((item) => {
    const full = path.join(folder, item.name);
    return item.isDirectory() ? listTests(full) : /\.test\.tsx?$/.test(item.name) ? [full] : [];
  });
