import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {root} from '../helpers/source-files.ts';

const dist = path.join(root, 'dist');
const textOf = (file: string): string => fs.readFileSync(path.join(dist, file), 'utf8');

/** The files that loading one file of the bundle loads at once, dynamic imports excepted. */
const loadedWith = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of importsOf(file)) loadedWith(next, seen);
  return seen;
};

const importsOf = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/^(?:import|export)\b[^;]*?["']\.\/([^"']+\.mjs)["'];/gm)].map(([, next = '']) => next);

const chunkOf = (command: string): string => {
  const found = new RegExp(`import\\("\\./(chunk-${command}-[^"]+\\.mjs)"\\)`).exec(textOf('cli.mjs'))?.[1];
  if (found === undefined) throw new Error(`cli.mjs imports no chunk of ${command}: build first`);
  return found;
};

const holds = (files: ReadonlySet<string>, words: string): readonly string[] =>
  [...files].filter((file) => textOf(file).includes(words));

const REACT = 'node_modules/react-reconciler/';

test('the wizard loads React, when it draws: so the words that are looked for are the right ones', () => {
  const all = new Set(fs.readdirSync(dist).filter((file) => file.endsWith('.mjs')));
  expect(holds(all, REACT).length).toBeGreaterThan(0);
});

test.each(['check', 'list', 'fix', 'explain', 'undo', 'log'])('%s never loads React', (command) => {
  expect(holds(loadedWith(chunkOf(command)), REACT)).toEqual([]);
});

test.each(['check', 'list'])('%s loads neither an SDK nor conf nor execa at once', (command) => {
  const files = loadedWith(chunkOf(command));
  for (const name of [
    'node_modules/@modelcontextprotocol/',
    'node_modules/conf/',
    'node_modules/execa/',
    'node_modules/undici/',
  ])
    expect(holds(files, `// ${name}`)).toEqual([]);
});

test.each(['list', 'wizard'])(
  '%s begins without rules for servers, editors, and readers of TOML and YAML',
  (command) => {
    const first = loadedWith(chunkOf(command));
    const all = new Set(fs.readdirSync(dist).filter((file) => file.endsWith('.mjs')));
    for (const name of [
      'src/diagnosis/failures/index.ts',
      'src/clients/edit/plan-change.ts',
      'node_modules/yaml/',
      'node_modules/smol-toml/',
    ]) {
      expect(holds(first, `// ${name}`)).toEqual([]);
      expect(holds(all, `// ${name}`).length).toBeGreaterThan(0);
    }
  },
);

test('what is loaded together stands together: Node takes half a millisecond for each file', () => {
  for (const command of ['list', 'check', 'wizard']) expect(loadedWith(chunkOf(command)).size).toBeLessThanOrEqual(10);
});

test('no file of the bundle needs itself: in a ring something would be used before it is there', () => {
  const around = (file: string, path: readonly string[], done: Set<string>): readonly string[] | null => {
    if (path.includes(file)) return [...path, file];
    if (done.has(file)) return null;
    for (const next of importsOf(file)) {
      const ring = around(next, [...path, file], done);
      if (ring !== null) return ring;
    }
    done.add(file);
    return null;
  };
  const done = new Set<string>();
  const files = fs.readdirSync(dist).filter((file) => file.endsWith('.mjs'));
  expect(files.map((file) => around(file, [], done)).filter((ring) => ring !== null)).toEqual([]);
});

test('Node’s own modules are not imported but required: an import reads all their names', () => {
  for (const file of fs.readdirSync(dist).filter((name) => name.endsWith('.mjs')))
    expect(textOf(file).match(/^import .* from ["']node:(?!module['"])/m)).toBeNull();
});

test('the command line itself stays small: help and version cost next to nothing', () => {
  const bytes = [...loadedWith('cli.mjs')].reduce((sum, file) => sum + fs.statSync(path.join(dist, file)).size, 0);
  expect(bytes).toBeLessThan(60_000);
});

test('the licences of what is bundled are in the package', () => {
  const licences = textOf('THIRD-PARTY-LICENSES');
  for (const name of [
    'ink@',
    'react@',
    '@modelcontextprotocol/sdk@',
    '@modelcontextprotocol/client@',
    'conf@',
    'execa@',
    'jsonc-parser@',
    'yaml@',
  ])
    expect(licences).toContain(`\n${name}`);
});
