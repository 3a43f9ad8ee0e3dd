import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {dropRepair, repairId, storedRepairs, storeRepair} from '../../src/commands/unfinished/store.ts';
import {type TempHome, tempHome} from '../helpers/temp-home.ts';

const aRepair = (key: string, at = '2026-11-21T10:00:00.000Z') => ({
  id: repairId(key),
  key,
  digest: 'd',
  at,
  version: '1.0.0',
  writes: null,
  text: JSON.stringify({words: `of ${key}`}),
  owner: null,
});

const files = ({dir}: TempHome): readonly string[] => fs.readdirSync(path.join(dir, 'unfinished')).sort();

test('one file for each server, for the owner alone, newest first; forgetting removes it', async () => {
  const world = tempHome();
  await storeRepair(world.dir, aRepair('a', '2026-11-21T10:00:00.000Z'));
  await storeRepair(world.dir, aRepair('b', '2026-11-21T12:00:00.000Z'));
  await storeRepair(world.dir, {...aRepair('a', '2026-11-21T11:00:00.000Z'), digest: 'newer'});
  expect(await storedRepairs(world.dir)).toEqual([
    aRepair('b', '2026-11-21T12:00:00.000Z'),
    {...aRepair('a', '2026-11-21T11:00:00.000Z'), digest: 'newer'},
  ]);
  for (const name of files(world))
    expect(fs.statSync(path.join(world.dir, 'unfinished', name)).mode & 0o777).toBe(0o600);
  await dropRepair(world.dir, repairId('a'));
  await dropRepair(world.dir, repairId('a'));
  expect((await storedRepairs(world.dir)).map(({key}) => key)).toEqual(['b']);
});

test('whatever becomes of a kept repair, reading never throws, takes nothing false, and destroys no byte', async () => {
  const whole = tempHome();
  await storeRepair(whole.dir, aRepair('a'));
  const name = `${repairId('a')}.json`;
  const bytes = fs.readFileSync(path.join(whole.dir, 'unfinished', name));
  const flipped = Array.from({length: bytes.length}, (_, at) => {
    const copy = Buffer.from(bytes);
    copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
    return copy;
  });
  const cut = Array.from({length: 20}, (_, part) => bytes.subarray(0, Math.floor((bytes.length * part) / 20)));
  const odd = ['null', '[]', '{}', '{"schemaVersion":9}', `${'['.repeat(9000)}`].map((text) => Buffer.from(text));
  for (const damaged of [...flipped, ...cut, ...odd]) {
    const world = path.join(whole.dir, 'damaged');
    fs.mkdirSync(path.join(world, 'unfinished'), {recursive: true});
    fs.writeFileSync(path.join(world, 'unfinished', name), damaged);
    const read = await storedRepairs(world);
    for (const {text} of read) expect(text).toBe(aRepair('a').text);
    const [kept = ''] = fs.readdirSync(path.join(world, 'unfinished'));
    if (read.length === 0) expect(kept).toMatch(/\.damaged-/);
    expect(fs.readFileSync(path.join(world, 'unfinished', kept))).toEqual(damaged);
    fs.rmSync(world, {recursive: true});
  }
});

test('a folder, a pipe or a stranger in its place does no harm', async () => {
  const world = tempHome();
  fs.mkdirSync(path.join(world.dir, 'unfinished', `${repairId('a')}.json`), {recursive: true});
  fs.writeFileSync(path.join(world.dir, 'unfinished', 'notes.txt'), 'mine');
  await storeRepair(world.dir, aRepair('b'));
  expect((await storedRepairs(world.dir)).map(({key}) => key)).toEqual(['b']);
  expect(fs.readFileSync(path.join(world.dir, 'unfinished', 'notes.txt'), 'utf8')).toBe('mine');
});
