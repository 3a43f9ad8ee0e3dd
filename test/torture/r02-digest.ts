import fs from 'node:fs';
import path from 'node:path';
import {digestOf, findServers} from '../../src/clients/index.ts';
import type {Host} from '../../src/model/host.ts';
import {aHost} from './a-host.ts';
import {type AWorld, aWorld} from './a-world.ts';
import {below, few, type Outcome, pick, randomOf, scaled, type Trial, type TrialOptions, withFolder} from './trial.ts';

type Random = () => number;

interface Shape {
  readonly client: string;
  /** Below the world. Every byte of a string in `strings` decides something. */
  readonly file: string;
  readonly document: (entry: object) => object;
  readonly entry: Readonly<Record<string, unknown>>;
  /** Files whose bytes are part of what would run. */
  readonly files: Readonly<Record<string, string>>;
}

const claude = {
  client: 'claude-code',
  file: 'project/.mcp.json',
  document: (entry: object) => ({mcpServers: {notes: entry}}),
} as const;
const user = {...claude, file: 'home/.claude.json'} as const;
const cursor = {...claude, client: 'cursor', file: 'project/.cursor/mcp.json'} as const;
const vscode = {
  client: 'vscode',
  file: 'project/.vscode/mcp.json',
  document: (entry: object) => ({servers: {notes: entry}}),
} as const;
const gemini = {...claude, client: 'gemini-cli', file: 'project/.gemini/settings.json'} as const;

const SCRIPT = {'project/tools/server.mjs': 'console.log("one");\n'};
const RUN = {'project/run.sh': '#!/bin/sh\nexec node x\n'};
const ENV = {'project/.env': 'TOKEN=abc\n'};

const SHAPES: readonly Shape[] = [
  ...[claude, cursor, vscode, gemini].map((base) => ({
    ...base,
    entry: {command: 'node', args: ['tools/server.mjs', '--port', '80']},
    files: SCRIPT,
  })),
  ...[claude, cursor, vscode].map((base) => ({...base, entry: {command: './run.sh', args: ['a b']}, files: RUN})),
  ...[claude, cursor, gemini].map((base) => ({
    ...base,
    entry: {command: 'npx', args: ['-y', 'some-server@1.2.3'], env: {API_KEY: 'k-one', MODE: 'fast'}},
    files: {},
  })),
  ...[claude, user].map((base) => ({
    ...base,
    entry: {type: 'http', url: 'https://x.example/mcp?a=1', headers: {'X-Key': 'abc', Authorization: 'Bearer x'}},
    files: {},
  })),
  {...claude, entry: {type: 'http', url: 'https://x.example/mcp', headersHelper: 'sh ./run.sh now'}, files: RUN},
  {
    ...vscode,
    entry: {type: 'stdio', command: 'node', args: ['tools/server.mjs'], envFile: '${workspaceFolder}/.env'},
    files: {...SCRIPT, ...ENV},
  },
  {
    ...vscode,
    entry: {command: 'node', args: ['--import=./tools/server.mjs', 'x'], cwd: '${workspaceFolder}'},
    files: SCRIPT,
  },
  {...user, entry: {command: 'node', args: ['/opt/x.mjs'], env: {A: '${CANARY}'}}, files: {}},
  {...claude, entry: {command: '${CANARY}', args: ['${CANARY}'], env: {}}, files: {}},
  {...cursor, entry: {url: 'https://x.example/sse', headers: {A: '${env:CANARY}'}}, files: {}},
  {...vscode, entry: {type: 'sse', url: 'https://x.example/sse', headers: {A: '${env:CANARY}'}}, files: {}},
  {
    ...claude,
    entry: {command: 'python3', args: ['-m', 'server', './tools/server.mjs'], env: {PYTHONPATH: 'x'}},
    files: SCRIPT,
  },
];

const strings = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(strings)
      : [];

/** The same value with one byte of one of its strings (or names of variables and headers) another one. */
const mutated = (random: Random, entry: Shape['entry']): Shape['entry'] => {
  const count = strings(entry).length;
  let wanted = below(random, count);
  const turn = (value: unknown): unknown => {
    if (typeof value === 'string') {
      wanted -= 1;
      return wanted === -1 ? otherByte(random, value) : value;
    }
    if (Array.isArray(value)) return value.map(turn);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, turn(item)]));
  };
  return Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, turn(value)]));
};

const otherByte = (random: Random, text: string): string => {
  const at = below(random, text.length + 1);
  const letter = pick(random, [...'abcXYZ0189_-']);
  if (at === text.length) return text + letter;
  const kind = below(random, 3);
  const next =
    kind === 0
      ? text.slice(0, at) + letter + text.slice(at + 1)
      : kind === 1
        ? text.slice(0, at) + letter + text.slice(at)
        : text.slice(0, at) + text.slice(at + 1);
  return next === text ? `${text}z` : next;
};

const place = (world: AWorld, shape: Shape, entry: object): void => {
  world.write(shape.file, shape.document(entry));
  for (const [file, text] of Object.entries(shape.files)) world.write(file, text, 0o755);
};

const digestIn = async (world: AWorld, shape: Shape, host: Host): Promise<string | null> => {
  const found = await findServers(host, {projectDir: world.project, clients: [shape.client]});
  const entry = found.entries.find((one) => one.file.startsWith(path.join(world.dir, shape.file)));
  return entry === undefined ? null : digestOf(entry, host);
};

const tryShape = (shape: Shape, options: TrialOptions, count: number, index: number) =>
  withFolder(async (dir) => {
    const world = aWorld(dir);
    fs.mkdirSync(path.join(world.home, '.config/Code/User'), {recursive: true});
    fs.mkdirSync(path.join(world.home, '.cursor'), {recursive: true});
    const random = randomOf(options.seed + index);
    const env = {...world.env, CANARY: 'one'};
    const host = aHost(world.home, {env, cwd: world.project});
    const wrong: string[] = [];
    place(world, shape, shape.entry);
    const approved = await digestIn(world, shape, host);
    if (approved === null) return [`${shape.file}: ${JSON.stringify(shape.entry)} is no entry`];
    if (approved !== (await digestIn(world, shape, host))) wrong.push('two looks at the same differ');
    const usesCanary = JSON.stringify(shape.entry).includes('CANARY');
    for (let round = 0; round < count; round += 1) {
      const kinds = [
        'entry',
        'entry',
        ...(Object.keys(shape.files).length > 0 ? ['file'] : []),
        ...(usesCanary ? ['variable'] : []),
      ];
      const kind = pick(random, kinds);
      const entry = kind === 'entry' ? mutated(random, shape.entry) : shape.entry;
      place(world, shape, entry);
      const [file, text] = pick(random, [...Object.entries(shape.files), ['', '']]);
      if (kind === 'file' && file === '') continue;
      if (kind === 'file') world.write(file, otherByte(random, text), 0o755);
      const now =
        kind === 'variable'
          ? aHost(world.home, {env: {...env, CANARY: otherByte(random, 'one')}, cwd: world.project})
          : host;
      const digest = await digestIn(world, shape, now);
      // Null: the change made it no entry at all, and nothing can start.
      if (digest === approved) wrong.push(`${kind} changed and the approval held: ${JSON.stringify(entry)}`);
    }
    return wrong;
  }, 'fast');

const run = async (options: TrialOptions): Promise<Outcome> => {
  const count = scaled(500, options);
  const all = await Promise.all(SHAPES.map((shape, index) => tryShape(shape, options, count, index)));
  const wrong = all.flat();
  const total = count * SHAPES.length;
  return {
    figures: `${(total - wrong.length).toLocaleString('en')} of ${total.toLocaleString('en')} one-byte changes of ${SHAPES.length} entry shapes ask again`,
    wrong: few(wrong),
  };
};

export const r02: Trial = {promise: 'R2', title: 'one changed byte asks again', run};
