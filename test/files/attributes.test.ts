import {execFileSync} from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {type CopyAttributes, sha256, writeFileSafely} from '../../src/files/index.ts';
import {copyAttributes} from '../../src/probes/process/index.ts';

let folder = '';
beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'mcp-fix-attributes-')));
});
afterEach(() => fs.rm(folder, {recursive: true, force: true}));
const at = (...names: readonly string[]): string => path.join(folder, ...names);
const host = {platform: 'linux', env: {PATH: process.env['PATH'] ?? ''}} as const;
const write = (file: string, copy: CopyAttributes): ReturnType<typeof writeFileSafely> =>
  writeFileSafely(file, Buffer.from('new'), {
    expected: sha256('old'),
    newMode: 0o600,
    uid: process.getuid?.() ?? null,
    copyAttributes: copy,
  });

test('the new file is made like the old one before it holds a byte, and keeps none of the old bytes', async () => {
  await fs.writeFile(at('file'), 'old', {mode: 0o640});
  await fs.chmod(at('file'), 0o640);
  const seen: string[] = [];
  const outcome = await write(at('file'), async (from, to) => {
    seen.push(from, await fs.readFile(to, 'utf8'));
    // As a cp that copies the bytes along.
    await fs.writeFile(to, 'old and longer');
    return {kind: 'copied'};
  });
  expect(outcome.kind).toBe('written');
  expect(seen).toEqual([at('file'), '']);
  expect(await fs.readFile(at('file'), 'utf8')).toBe('new');
  expect((await fs.stat(at('file'))).mode & 0o777).toBe(0o640);
});

test('what cannot be carried over stops the write with a reason; what nobody can tell does not', async () => {
  await fs.writeFile(at('file'), 'old');
  await expect(write(at('file'), async () => ({kind: 'failed', why: 'cp: no'}))).rejects.toThrow(
    /could not be kept \(cp: no\)\. Change it by hand\./,
  );
  expect(await fs.readdir(folder)).toEqual(['file']);
  expect(await fs.readFile(at('file'), 'utf8')).toBe('old');
  expect(await write(at('file'), async () => ({kind: 'cannot-tell'}))).toMatchObject({kind: 'written'});
});

/** A `cp` of our own in front of the system's. */
const standIn = async (script: string): Promise<CopyAttributes> => {
  await fs.mkdir(at('bin'), {recursive: true});
  await fs.writeFile(at('bin', 'cp'), `#!/bin/sh\n${script}\n`, {mode: 0o755});
  return copyAttributes({platform: 'linux', env: {PATH: at('bin')}}, [at('bin')]);
};

test.each([
  ['copied', 'exit 0'],
  ['copied', 'exit 1'],
  ['copied', `echo "cp: preserving permissions for 'x': Operation not supported" >&2; exit 1`],
  ['cannot-tell', `echo "cp: unrecognized option '--attributes-only'" >&2; exit 1`],
  ['cannot-tell', `echo "cp: cannot preserve extended attributes, cp is built without xattr support" >&2; exit 1`],
  ['failed', `echo "cp: setting attribute 'user.x' for 'user.x': No space left on device" >&2; exit 1`],
  [
    'failed',
    `echo "cp: preserving permissions for 'x': Operation not supported" >&2; echo "cp: x: Input/output error" >&2; exit 1`,
  ],
  ['failed', 'kill -9 $$'],
])('a cp that answers so is understood as %s: %s', async (kind, script) => {
  const copy = await standIn(script);
  expect(await copy(at('a'), at('b'))).toMatchObject({kind});
});

test('without a cp, and on Windows, nobody can tell', async () => {
  const copy = copyAttributes({...host, env: {PATH: at('none')}}, [at('none')]);
  expect(await copy(at('a'), at('b'))).toEqual({kind: 'cannot-tell'});
  expect(await copyAttributes({...host, platform: 'win32'})(at('a'), at('b'))).toEqual({kind: 'cannot-tell'});
});

/** Whether this machine has GNU cp and keeps attributes of users below its temporary folder. */
const canTry = (): boolean => {
  try {
    execFileSync('cp', ['--attributes-only', '--version'], {stdio: 'ignore'});
    execFileSync('setfattr', ['--version'], {stdio: 'ignore'});
    return process.platform === 'linux';
  } catch {
    return false;
  }
};

test.runIf(canTry())('the system’s own cp carries an extended attribute over', async () => {
  await fs.writeFile(at('file'), 'old');
  execFileSync('setfattr', ['-n', 'user.origin', '-v', 'a word', at('file')]);
  expect(await write(at('file'), copyAttributes(host))).toMatchObject({kind: 'written'});
  expect(execFileSync('getfattr', ['--only-values', '-n', 'user.origin', at('file')], {encoding: 'utf8'})).toBe(
    'a word',
  );
});

test('a link to a name that is no UTF-8 is told, not taken for a file that is not there', async () => {
  const odd = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x63, 0xe9])]);
  const isMade = await fs.writeFile(odd, 'old').then(
    () => true,
    () => false,
  );
  // macOS allows no such name.
  if (!isMade) return;
  await fs.symlink(odd, at('link'));
  await expect(write(at('link'), async () => ({kind: 'copied'}))).rejects.toThrow(/no UTF-8/);
});
