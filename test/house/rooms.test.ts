import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {importsOf, root, type SourceFile, sourceFiles} from '../helpers/source-files.ts';

/** What each room may import: other rooms, and the packages that only it may use. docs/design.md says why. */
const ROOMS: Readonly<Record<string, {readonly rooms: readonly string[]; readonly packages: readonly string[]}>> = {
  model: {rooms: [], packages: []},
  files: {rooms: ['model'], packages: []},
  clients: {rooms: ['model', 'files'], packages: ['jsonc-parser', 'toml-eslint-parser', 'smol-toml', 'yaml']},
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
};

/** Builtins that only one room may touch. */
const BUILTINS: Readonly<Record<string, readonly string[]>> = {
  'node:fs': ['files'],
  'node:fs/promises': ['files'],
  'node:child_process': ['probes'],
  'node:http': ['probes'],
  'node:https': ['probes'],
  'node:http2': ['probes'],
  'node:net': ['probes'],
  'node:tls': ['probes'],
  'node:dns': ['probes'],
  'node:dns/promises': ['probes'],
  'node:os': ['commands'],
  'node:process': ['commands'],
};

/** A signal to a group has no other name in Node than process.kill. */
const MAY_SIGNAL = 'src/probes/process/signal.ts';

/** What is shipped as it is and started apart: practice servers. */
const isApart = (file: SourceFile): boolean => file.path.startsWith('src/commands/demo/servers/');

const files = sourceFiles().filter((file) => file.room !== 'build' && !isApart(file));
const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '$1');

/** One sentence for each import that the table forbids. */
const trespasses = (file: SourceFile): readonly string[] => {
  const law = ROOMS[file.room];
  if (law === undefined) return [`src/${file.room} is no room of docs/design.md`];
  return importsOf(file.text).flatMap((wanted): readonly string[] => {
    if (wanted.startsWith('.')) {
      const target =
        path.relative(path.join(root, 'src'), path.resolve(root, path.dirname(file.path), wanted)).split(path.sep)[0] ??
        '';
      return target === file.room || law.rooms.includes(target)
        ? []
        : [`${file.path} imports ${wanted}: the room "${file.room}" may not use "${target}"`];
    }
    if (wanted.startsWith('node:')) {
      const owners = BUILTINS[wanted];
      if (owners === undefined || owners.includes(file.room) || file.path === MAY_SIGNAL) return [];
      return [`${file.path}: ${wanted} belongs to ${owners.join(', ')}`];
    }
    const name = wanted
      .split('/')
      .slice(0, wanted.startsWith('@') ? 2 : 1)
      .join('/');
    return law.packages.includes(name)
      ? []
      : [`${file.path} imports ${name}, which is no package of the room "${file.room}"`];
  });
};

const guilty = (isGuilty: (file: SourceFile) => boolean): readonly string[] =>
  files.filter(isGuilty).map((file) => file.path);

describe('rooms', () => {
  test('every import keeps to the table', () => {
    expect(files.flatMap(trespasses)).toEqual([]);
  });

  test('the table sees a trespass', () => {
    const odd = {path: 'src/diagnosis/odd.ts', room: 'diagnosis'};
    expect(trespasses({...odd, text: "import fs from 'node:fs';"})).toHaveLength(1);
    expect(trespasses({...odd, text: "import {x} from '../files/index.ts';"})).toHaveLength(1);
    expect(trespasses({...odd, text: "const x = await import('ink');"})).toHaveLength(1);
    expect(trespasses({...odd, text: "import {x} from '../model/step.ts';\nimport path from 'node:path';"})).toEqual(
      [],
    );
  });

  test('only commands/host.ts and commands/terminal.ts look at the process', () => {
    const allowed = /^src\/commands\/(host|terminal)\.ts$/;
    expect(
      guilty(
        (file) =>
          !allowed.test(file.path) &&
          /\bprocess\.(argv|env|stdin|stdout|stderr|platform|cwd|on|once)\b/.test(codeOf(file)),
      ),
    ).toEqual([]);
  });

  test('nobody ends the process: only bin/ sets the exit code', () => {
    expect(guilty((file) => /\bprocess\.(exit|exitCode|abort)\b/.test(codeOf(file)))).toEqual([]);
  });

  test('nobody reads the clock but through the host', () => {
    expect(
      guilty((file) => file.path !== 'src/commands/host.ts' && /\bDate\.now\(|new Date\(\)/.test(codeOf(file))),
    ).toEqual([]);
  });

  test('one choke point for starting processes and for the network', () => {
    const starts = guilty((file) => /from 'node:child_process'|from 'execa'/.test(file.text));
    expect(starts.filter((file) => !file.startsWith('src/probes/process/'))).toEqual([]);
    const sends = guilty((file) => /\bfetch\(|from 'undici'|from 'node:(http|https|tls|net|dns)/.test(codeOf(file)));
    expect(sends.filter((file) => !/^src\/probes\/(remote|proof)\//.test(file))).toEqual([]);
  });

  test('no time limit is left to a signal that may be collected before its time', () => {
    expect(guilty((file) => /\bAbortSignal\.timeout\(/.test(codeOf(file)))).toEqual([]);
  });

  test('nobody listens', () => {
    expect(guilty((file) => /\bcreateServer\(|\.listen\(/.test(codeOf(file)))).toEqual([]);
  });
});

/** The program's own code; the supervisor's script is a text that runs elsewhere. */
const codeOf = (file: SourceFile): string =>
  file.path.endsWith('supervisor-script.ts') ? '' : withoutComments(file.text);

describe('sizes and names', () => {
  test('no file is longer than 250 lines', () => {
    expect(guilty((file) => file.text.split('\n').length - 1 > 250)).toEqual([]);
  });

  test('half of the files are below 80 lines', () => {
    const lines = files.map((file) => file.text.split('\n').length).sort((a, b) => a - b);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThan(80);
  });

  test('file names are kebab-case and say what is inside', () => {
    expect(
      guilty(
        ({path: file}) =>
          !/^[a-z0-9]+(-[a-z0-9]+)*\.(ts|tsx|mjs|d\.ts)$/.test(path.basename(file)) ||
          /(^|\/)(utils?|common|manager|service|types|helpers?)\.tsx?$/.test(file),
      ),
    ).toEqual([]);
  });

  test('no test is skipped or alone', () => {
    const weak = /\b(it|test|describe)\.(skip|only|todo)\(|expect\(true\)|@ts-ignore|@ts-nocheck/;
    const found = testFiles(path.join(root, 'test')).filter(
      (file) => !file.endsWith('rooms.test.ts') && weak.test(fs.readFileSync(file, 'utf8')),
    );
    expect(found).toEqual([]);
  });
});

const testFiles = (folder: string): readonly string[] =>
  fs.readdirSync(folder, {withFileTypes: true}).flatMap((item) => {
    const full = path.join(folder, item.name);
    return item.isDirectory() ? testFiles(full) : /\.test\.tsx?$/.test(item.name) ? [full] : [];
  });
