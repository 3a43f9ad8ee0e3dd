import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {expect, onTestFinished, test} from 'vitest';
import {isAlive, ownerOf} from '../../src/commands/unfinished/owner.ts';
import {
  isElsewhere,
  isHeldElsewhere,
  repairId,
  storedRepairs,
  storeRepair,
} from '../../src/commands/unfinished/store.ts';
import {tempHome} from '../helpers/temp-home.ts';

/** Another run that goes on. */
const running = async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdout.write("up"); setInterval(() => {}, 1000)']);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  if (child.pid === undefined) throw new Error('not started');
  return {child, owner: ownerOf(child.pid)};
};

const repairOf = (owner: ReturnType<typeof ownerOf> | null) => ({
  id: repairId('a'),
  key: 'a',
  digest: 'd',
  at: '2026-11-21T10:00:00.000Z',
  version: '1.0.0',
  writes: null,
  text: '{}',
  owner,
});

test('a run is alive until it ends', async () => {
  const {child, owner} = await running();
  expect(isAlive(owner)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isAlive(owner)).toBe(false);
});

test.runIf(process.platform === 'linux')('another process of the same number is not that run', async () => {
  const {owner} = await running();
  expect(owner.startedAt).toBeGreaterThan(0);
  expect(isAlive({...owner, startedAt: (owner.startedAt ?? 0) - 1})).toBe(false);
});

test('where the start is not known, the number alone tells', async () => {
  const {owner} = await running();
  expect(isAlive({...owner, startedAt: null})).toBe(true);
});

test('what another run is in the middle of is its own; what nobody is, or this run is, is not elsewhere', async () => {
  const own = ownerOf(process.pid);
  const {child, owner} = await running();
  expect(isElsewhere(repairOf(owner), own)).toBe(true);
  expect(isElsewhere(repairOf(own), own)).toBe(false);
  expect(isElsewhere(repairOf(null), own)).toBe(false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isElsewhere(repairOf(owner), own)).toBe(false);
});

test('the owner stands in the file; a missing or senseless one is nobody', async () => {
  const world = tempHome();
  const own = ownerOf(process.pid);
  const {owner} = await running();
  await storeRepair(world.dir, repairOf(owner));
  expect(await storedRepairs(world.dir)).toEqual([repairOf(owner)]);
  expect(await isHeldElsewhere(world.dir, repairId('a'), own)).toBe(true);
  expect(await isHeldElsewhere(world.dir, repairId('b'), own)).toBe(false);
  for (const pid of [0, -1, 1.5, Number.NaN]) {
    await storeRepair(world.dir, repairOf({pid, startedAt: null}));
    expect((await storedRepairs(world.dir))[0]?.owner).toBeNull();
  }
});
