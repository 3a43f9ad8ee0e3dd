import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {openApprovals, openPreferences} from '../../src/records/index.ts';
import {hostOf} from '../clients/hosts.ts';

/** The package that keeps the store: how often it was begun, and what it throws instead of keeping. */
const keeper = vi.hoisted(() => ({begun: 0, throws: null as Error | null}));
vi.mock('conf', async (original) => {
  const {default: Conf} = await original<typeof import('conf')>();
  return {
    default: class extends Conf {
      constructor(options?: ConstructorParameters<typeof Conf>[0]) {
        super(options);
        keeper.begun += 1;
      }

      override set(...given: readonly unknown[]): void {
        if (keeper.throws !== null) throw keeper.throws;
        Reflect.apply(super.set, this, given);
      }
    },
  };
});

let home = '';
beforeEach(async () => {
  home = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'mcp-fix-settings-')));
});
afterEach(async () => {
  Object.assign(keeper, {begun: 0, throws: null});
  await fs.rm(home, {recursive: true, force: true});
});
const host = () => hostOf('linux', {}, home);
const file = (): string => path.join(home, '.config', 'mcp-fix', 'approvals.json');
const digest = 'ab'.repeat(32);
const what = {name: 'notes', client: 'cursor', file: '/x'};

describe('what keeps the store', () => {
  test('is loaded only where something is kept or to be kept', async () => {
    const approvals = await openApprovals(host());
    expect(approvals.list()).toEqual([]);
    expect(keeper.begun).toBe(0);
    await approvals.approve(digest, what);
    await approvals.approve('cd'.repeat(32), what);
    expect(keeper.begun).toBe(1);
    expect((await openApprovals(host())).isApproved(digest)).toBe(true);
    expect(keeper.begun).toBe(2);
  });

  test('keeps what the system lets it keep; where it refuses the yes holds for this run', async () => {
    const approvals = await openApprovals(host());
    for (const code of ['ENOSPC', 'EROFS', 'EACCES']) {
      keeper.throws = Object.assign(new Error(code), {code});
      await approvals.approve(digest, what);
      expect(approvals.isApproved(digest)).toBe(true);
    }
    expect((await openApprovals(host())).isApproved(digest)).toBe(false);
    // No word of the system's: a mistake of ours is not passed over.
    keeper.throws = new TypeError('a mistake');
    await expect(approvals.approve(digest, what)).rejects.toThrow('a mistake');
  });

  test('does not clear a store that is damaged while we run', async () => {
    const approvals = await openApprovals(host());
    await approvals.approve(digest, what);
    await fs.writeFile(file(), '{"half');
    const other = 'cd'.repeat(32);
    await approvals.approve(other, what);
    expect(approvals.isApproved(other)).toBe(true);
    expect(await fs.readFile(file(), 'utf8')).toBe('{"half');
    expect((await openApprovals(host())).trouble).toMatch(/was damaged; it is kept as/);
  });

  test('takes back for good, in this run and in the next', async () => {
    const approvals = await openApprovals(host());
    await approvals.approve(digest, what);
    await approvals.forget(digest);
    expect(approvals.list()).toEqual([]);
    expect(JSON.parse(await fs.readFile(file(), 'utf8'))).toEqual({});
    expect((await openApprovals(host())).isApproved(digest)).toBe(false);
  });

  test('is for its owner alone', async () => {
    await (await openApprovals(host())).approve(digest, what);
    expect((await fs.stat(file())).mode & 0o777).toBe(0o600);
    expect((await fs.stat(path.dirname(file()))).mode & 0o777).toBe(0o700);
  });
});

test('a key with dots is one key', async () => {
  const preferences = await openPreferences(host());
  await preferences.set('hint.a.b', true);
  await preferences.set('hint.a', {c: 1});
  const again = await openPreferences(host());
  expect(again.get('hint.a.b')).toBe(true);
  expect(again.get('hint.a')).toEqual({c: 1});
  expect(again.get('hint')).toBeUndefined();
});

test('only a whole digest is looked up, whatever else somebody wrote there', async () => {
  await fs.mkdir(path.dirname(file()), {recursive: true});
  const odd = [`x${digest}`, `${digest}a`, digest.slice(1), digest.toUpperCase()];
  await fs.writeFile(file(), JSON.stringify(Object.fromEntries([digest, ...odd].map((key) => [key, {}]))));
  const approvals = await openApprovals(host());
  expect(odd.filter(approvals.isApproved)).toEqual([]);
  expect(approvals.isApproved(digest)).toBe(true);
});

test('what is no list of approvals is set aside with its bytes, and named', async () => {
  await fs.mkdir(path.dirname(file()), {recursive: true});
  for (const text of ['[]', 'null', '"x"', '', '{"a":']) {
    await fs.writeFile(file(), text);
    const {trouble} = await openApprovals(host());
    const aside = /^(.*) was damaged; it is kept as (.*\.damaged-[0-9a-f]{8}), and a new one begins\.$/.exec(
      trouble ?? '',
    );
    expect(aside?.[1]).toBe(file());
    expect(await fs.readFile(aside?.[2] ?? '', 'utf8')).toBe(text);
    expect((await openApprovals(host())).trouble).toBeNull();
  }
});
