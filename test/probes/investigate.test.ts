import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Evidence, SectionName} from '../../src/model/evidence.ts';
import {seen} from '../../src/model/evidence.ts';
import {inParallel} from '../../src/probes/in-parallel.ts';
import {investigate} from '../../src/probes/investigate.ts';
import {findRun, RUN} from '../../src/probes/process/index.ts';
import {sections} from '../helpers/healthy.ts';
import {entryOf, look, realHost, type Setting} from './stdio/world.ts';

const server = (name: string): string => path.resolve(import.meta.dirname, '../servers/stdio', `${name}.mjs`);
const everything = path.resolve(
  import.meta.dirname,
  '../../node_modules/@modelcontextprotocol/server-everything/dist/index.js',
);

const told = async (
  setting: Setting,
  command = 'node',
  args: readonly string[] = [server('healthy')],
): Promise<{evidence: Evidence; order: readonly SectionName[]}> => {
  const order: SectionName[] = [];
  const evidence = await investigate(entryOf(command, args, setting), {
    host: realHost(setting.host),
    entryEvidence: sections.entry,
    fileEvidence: sections.file,
    timeoutMs: 10_000,
    signal: setting.signal ?? new AbortController().signal,
    onSection: (name) => order.push(name),
  });
  return {evidence, order};
};

describe('the ladder', () => {
  test('each rung is told as it ends, in order, and the answer is plain JSON', async () => {
    const {evidence, order} = await told({});
    expect(order).toEqual(['file', 'entry', 'command', 'launch', 'handshake', 'tools']);
    expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence);
    expect(Object.keys(evidence.durations ?? {}).sort()).toEqual([...order].sort());
    expect(evidence).toMatchObject({limitMs: 10_000, limitHit: false, machine: {platform: 'linux'}});
    for (const name of ['network', 'http', 'auth']) expect(evidence).not.toHaveProperty(name);
  });

  test('an entry that names nothing is skipped on every rung of its kind', async () => {
    const because = {skipped: 'the entry names nothing that could be started or called'};
    const local = await told({entry: {launch: null}});
    expect(local.evidence).toMatchObject({command: because, launch: because, handshake: because, tools: because});
    const remote = await told({entry: {launch: null, transport: 'http'}});
    expect(remote.evidence).toMatchObject({network: because, http: because, auth: because, handshake: because});
    expect(remote.evidence).not.toHaveProperty('launch');
  });

  test('stopping ends the server and the rest of the questions', async () => {
    const stop = new AbortController();
    const asked = told({signal: stop.signal}, 'node', [server('silent')]);
    const isUp = async (): Promise<boolean> =>
      (await findRun(realHost(), RUN, null)).some(({command}) => command.includes('silent.mjs'));
    while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort();
    const {evidence} = await asked;
    expect(seen(evidence, 'launch')).toMatchObject({timedOut: false, closing: {survivors: []}});
    expect(evidence.limitHit).toBe(false);
    expect(await isUp()).toBe(false);
    const late = await told({signal: stop.signal});
    expect(late.evidence.launch).toEqual({skipped: 'the check was stopped'});
  });

  test('a full real server of the SDK is healthy', async () => {
    const evidence = await look('node', [everything, 'stdio']);
    expect(seen(evidence, 'handshake')).toMatchObject({era: 'legacy', error: null, malformed: []});
    expect(seen(evidence, 'tools')).toMatchObject({stoppedAt: 'end', missingMethods: []});
    expect(seen(evidence, 'tools')?.count).toBeGreaterThan(5);
    expect(seen(evidence, 'launch')).toMatchObject({
      noiseCount: 0,
      oddities: [],
      closing: {by: 'stdin', survivors: []},
    });
    expect(seen(evidence, 'command')?.project).toMatchObject({
      name: '@modelcontextprotocol/server-everything',
      isInstalled: true,
    });
  });

  test('with the minimal environment nothing of ours but the short list arrives', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'environment-'));
    const script = `require('fs').writeFileSync(${JSON.stringify(path.join(folder, 'names'))}, Object.keys(process.env).join())`;
    await look('node', ['-e', script], {
      minimalEnv: true,
      host: {env: {...realHost().env, CANARY_TOKEN: 'x'}},
      launch: {env: {OWN: '1'}},
      timeoutMs: 3000,
    });
    const names = (await fs.readFile(path.join(folder, 'names'), 'utf8')).split(',');
    await fs.rm(folder, {recursive: true});
    expect(names).toContain('OWN');
    expect(names).toContain('MCP_FIX_RUN');
    expect(names.filter((name) => !/^(HOME|LOGNAME|PATH|SHELL|TERM|USER|OWN|MCP_FIX_RUN)$/.test(name))).toEqual([]);
  });

  test('a runner that is still fetching is told, and asked to end', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'runner-'));
    await fs.writeFile(path.join(folder, 'npx'), `#!${process.execPath}\nsetInterval(() => {}, 1000);\n`, {
      mode: 0o755,
    });
    const evidence = await look(path.join(folder, 'npx'), ['-y', '@acme/notes'], {timeoutMs: 1200});
    expect(seen(evidence, 'launch')).toMatchObject({isInstalling: true, timedOut: true, closing: {by: 'sigterm'}});
    // The same silence of a server that the runner has started is no installation.
    await fs.writeFile(path.join(folder, 'npx'), `#!/bin/sh\nexec '${process.execPath}' '${server('silent')}'\n`, {
      mode: 0o755,
    });
    const silent = await look(path.join(folder, 'npx'), ['-y', '@acme/notes'], {timeoutMs: 1200});
    await fs.rm(folder, {recursive: true});
    expect(seen(silent, 'launch')).toMatchObject({isInstalling: false, timedOut: true});
  });
});

test('a few at a time, in order, and the first error is told', async () => {
  let now = 0;
  let most = 0;
  const work = async (item: number): Promise<number> => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
    return item * 2;
  };
  const items = Array.from({length: 30}, (_, index) => index);
  expect(await inParallel(items, work, {cores: 1})).toEqual(items.map((item) => item * 2));
  expect(most).toBe(4);
  most = 0;
  await inParallel(items, work, {cores: 64});
  expect(most).toBe(8);
  await expect(inParallel(items, () => Promise.reject(new Error('no')), {cores: 2})).rejects.toThrow('no');
});
