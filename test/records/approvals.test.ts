import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {Host} from '../../src/model/host.ts';
import {openApprovals, openPreferences} from '../../src/records/index.ts';
import {hostOf} from '../clients/hosts.ts';

let home = '';
beforeEach(async () => {
  home = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'mcp-fix-approvals-')));
});
afterEach(() => fs.rm(home, {recursive: true, force: true}));

const digest = 'ab'.repeat(32);
const what = {name: 'notes', client: 'cursor', file: '/x'};
const host = (): Host => hostOf('linux', {}, home);
const folder = (): string => path.join(home, '.config', 'mcp-fix');
const store = (): string => path.join(folder(), 'approvals.json');
const at = new Date(hostOf('linux').now()).toISOString();

describe('approvals', () => {
  test('list what was approved, when, and no more than that', async () => {
    const approvals = await openApprovals(host());
    await approvals.approve(digest, {...what, ...{secret: 'x'}});
    expect(approvals.list()).toEqual([{digest, ...what, at}]);
    expect((await openApprovals(host())).list()).toEqual([{digest, ...what, at}]);
    await approvals.forget(digest);
    expect(approvals.list()).toEqual([]);
  });

  test('are made for whole digests alone', async () => {
    const approvals = await openApprovals(host());
    for (const odd of [`${digest}a`, digest.slice(1), digest.toUpperCase(), `x${digest}`, '__proto__', '']) {
      await approvals.approve(odd, what);
      expect(approvals.isApproved(odd)).toBe(false);
    }
    expect(approvals.list()).toEqual([]);
  });

  test('that somebody else wrote there count where they are whole, and are shown as far as they can be', async () => {
    await fs.mkdir(folder(), {recursive: true});
    const other = 'cd'.repeat(32);
    await fs.writeFile(store(), JSON.stringify({[digest]: {name: 5}, [other]: true, odd: {name: 'x'}}));
    const approvals = await openApprovals(host());
    expect(approvals.trouble).toBeNull();
    expect(approvals.isApproved(digest)).toBe(true);
    expect(approvals.isApproved(other)).toBe(false);
    expect(approvals.isApproved('odd')).toBe(false);
    expect(approvals.list()).toEqual([
      {digest, name: '', client: '', file: '', at: ''},
      {digest: 'odd', name: 'x', client: '', file: '', at: ''},
    ]);
  });

  test('a folder in their place is set aside', async () => {
    await fs.mkdir(store(), {recursive: true});
    const approvals = await openApprovals(host());
    expect(approvals.trouble).toMatch(
      /approvals\.json was damaged; it is kept as .*\.damaged-[0-9a-f]{8}, and a new one/,
    );
    await approvals.approve(digest, what);
    expect((await openApprovals(host())).isApproved(digest)).toBe(true);
  });

  test('that cannot be kept hold for this run', async () => {
    const nowhere = await openApprovals(hostOf('linux', {}, ''));
    const full = await openApprovals(host());
    await fs.rm(folder(), {recursive: true});
    await fs.writeFile(folder(), 'a file in the place of the folder');
    for (const approvals of [full, nowhere]) {
      await approvals.approve(digest, what);
      expect(approvals.isApproved(digest)).toBe(true);
      expect(approvals.list()).toEqual([{digest, ...what, at}]);
      await approvals.forget(digest);
      expect(approvals.isApproved(digest)).toBe(false);
      expect(approvals.list()).toEqual([]);
    }
    expect(await fs.readFile(folder(), 'utf8')).toBe('a file in the place of the folder');
  });
});

test('preferences have a file of their own', async () => {
  const preferences = await openPreferences(host());
  await preferences.set('last client', 'cursor');
  expect(preferences.get('last client')).toBe('cursor');
  expect(await fs.readdir(folder())).toEqual(['preferences.json']);
  expect((await openApprovals(host())).list()).toEqual([]);
});
