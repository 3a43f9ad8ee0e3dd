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
  for (const [, next] of textOf(file).matchAll(/^(?:import|export)\b[^;]*?["']\.\/([^"']+\.mjs)["'];/gm))
    if (next !== undefined) loadedWith(next, seen);
  return seen;
};

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
