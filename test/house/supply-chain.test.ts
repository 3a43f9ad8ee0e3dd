import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {publint} from 'publint';
import {expect, test} from 'vitest';
import {root} from '../helpers/source-files.ts';

const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const manifest: {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: object;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly files: readonly string[];
} = JSON.parse(read('package.json'));

test('nothing runs on the machine that installs the package', () => {
  for (const name of ['preinstall', 'install', 'postinstall', 'preuninstall', 'postuninstall'])
    expect(Object.keys(manifest.scripts)).not.toContain(name);
  expect(Object.keys(manifest.dependencies ?? {})).toEqual([]);
});

test('every dependency is pinned to one version, in the lockfile with its hash', () => {
  for (const version of Object.values(manifest.devDependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const lock: {readonly packages: Readonly<Record<string, {readonly integrity?: string; readonly link?: boolean}>>} =
    JSON.parse(read('package-lock.json'));
  const loose = Object.entries(lock.packages).filter(
    ([name, one]) => name !== '' && one.link !== true && one.integrity === undefined,
  );
  expect(loose.map(([name]) => name)).toEqual([]);
});

interface Packed {
  readonly size: number;
  readonly files: readonly {readonly path: string}[];
}

/** What would be published, as npm itself lists it. */
const packed = (): Packed => {
  const cache = fs.mkdtempSync(path.join(os.tmpdir(), 'mcp-fix-pack-'));
  try {
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline', '--cache', cache];
    const said = execFileSync('npm', args, {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
    const [first]: readonly Packed[] = JSON.parse(said);
    return first ?? {size: 0, files: []};
  } finally {
    fs.rmSync(cache, {recursive: true, force: true});
  }
};

test('the package holds the program, its pages and its licence, and is small', () => {
  const {files, size} = packed();
  expect(files.length).toBeGreaterThan(50);
  const own =
    /^(?:bin\/[\w.-]+|dist\/.+|docs\/failures\/[\w-]+\.md|docs\/request\.md|LICENSE|README\.md|CHANGELOG\.md|package\.json)$/;
  expect(files.map((file) => file.path).filter((file) => !own.test(file))).toEqual([]);
  expect(size).toBeLessThan(1_600_000);
}, 120_000);

test('publint has nothing to say about what is published', async () => {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'mcp-fix-publint-'));
  try {
    for (const {path: file} of packed().files)
      fs.cpSync(path.join(root, file), path.join(copy, file), {recursive: true});
    const {messages} = await publint({pkgDir: copy, pack: false, strict: true});
    expect(messages.filter((message) => message.type !== 'suggestion')).toEqual([]);
  } finally {
    fs.rmSync(copy, {recursive: true, force: true});
  }
}, 120_000);

const hashOf = (folder: string): string => {
  const hash = createHash('sha256');
  for (const name of fs.readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort()) {
    const file = path.join(folder, name);
    if (fs.statSync(file).isFile()) hash.update(`${name}\0`).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
};

test('two builds of one tree are the same, byte for byte', () => {
  const copies = ['one', 'two'].map((name) => {
    const copy = fs.mkdtempSync(path.join(os.tmpdir(), `mcp-fix-build-${name}-`));
    for (const part of ['src', 'bin', 'package.json', 'tsconfig.json'])
      fs.cpSync(path.join(root, part), path.join(copy, part), {recursive: true});
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    return copy;
  });
  try {
    const hashes = copies.map((copy) => {
      execFileSync(process.execPath, ['src/build/build.mjs'], {cwd: copy, stdio: 'ignore'});
      return hashOf(path.join(copy, 'dist'));
    });
    expect(hashes[0]).toBe(hashes[1]);
  } finally {
    for (const copy of copies) fs.rmSync(copy, {recursive: true, force: true});
  }
}, 180_000);

test('every package in the bundle has its licence text', () => {
  const parts = read('dist/THIRD-PARTY-LICENSES').split(`${'-'.repeat(80)}\n`);
  expect(parts.length).toBeGreaterThan(20);
  expect(parts.length).toBeLessThanOrEqual(110);
  expect(
    parts
      .filter((part) => part.includes('No licence file is in the package.'))
      .map((part) => part.split('\n').find((line) => line.includes('@'))),
  ).toEqual([]);
});
