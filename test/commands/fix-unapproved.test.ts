import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {fix} from '../../src/commands/fix.ts';
import {list} from '../../src/commands/list.ts';
import {runCommand} from '../helpers/run-command.ts';
import {type TempHome, tempHome} from '../helpers/temp-home.ts';

const PRACTICE = path.resolve('src/commands/demo/servers/practice.mjs');

/** A project's server that Claude Code waits with until the person approves it; `settings` are the person's own. */
const project = (settings: object): TempHome => {
  const world = tempHome();
  world.write('project/.mcp.json', {mcpServers: {notes: {command: process.execPath, args: [PRACTICE]}}});
  world.write('project/.claude/settings.local.json', settings);
  return world;
};
const settingsOf = (world: TempHome): string => path.join(world.dir, 'project', '.claude', 'settings.local.json');

test.each([
  ['not approved', {}],
  ['rejected', {disabledMcpjsonServers: ['notes']}],
])('what Claude Code holds back (%s) is not let in by a fix that nobody said yes to', async (_words, settings) => {
  const world = project(settings);
  const before = fs.statSync(settingsOf(world));
  const ran = await runCommand(fix, world, ['fix', 'notes', '--yes']);
  expect(ran.code).toBe(3);
  expect(ran.out).toMatch(/notes was not approved, so it was not started.*--trust [0-9a-f]{64}/);
  // Not written and put back either: a client that looks in between would start it.
  expect(fs.statSync(settingsOf(world))).toMatchObject({ino: before.ino, mtimeMs: before.mtimeMs});
});

test('with its digest it is let in, tried and kept', async () => {
  const world = project({});
  const listed = await runCommand(list, world, ['list', '--json']);
  const {digest} = JSON.parse(listed.out).servers[0];
  const ran = await runCommand(fix, world, ['fix', 'notes', '--trust', digest]);
  expect(ran.out).toContain('Fixed.');
  expect(fs.readFileSync(settingsOf(world), 'utf8')).toContain('"notes"');
});
