import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {diagnoseAll} from '../../../src/diagnosis/index.ts';
import {type Evidence, seen} from '../../../src/model/evidence.ts';
import {mayHaveEndedAtInitialize} from '../../../src/probes/stdio/may-have-ended-at-initialize.ts';
import {evidenceOf} from '../../helpers/evidence.ts';
import {look, type Setting} from './world.ts';

const SERVER = path.resolve(import.meta.dirname, '../../servers/stdio/ends-at-initialize.mjs');
let folder = '';
beforeEach(async () => {
  folder = await fs.promises.mkdtemp(path.join(os.tmpdir(), 'starts-'));
});
afterEach(() => fs.promises.rm(folder, {recursive: true}));

const run = async (
  args: readonly string[],
  setting: Setting = {},
): Promise<{readonly evidence: Evidence; readonly starts: number}> => {
  const file = path.join(folder, 'starts');
  const evidence = await look('node', [SERVER, ...args], {...setting, launch: {env: {STARTS: file}}});
  const text = await fs.promises.readFile(file, 'utf8');
  return {evidence, starts: text.split('\n').length - 1};
};

describe('a server that ends at initialize', () => {
  test.each([
    ['without a word', ''],
    ['with a word about it', 'Error: unknown method initialize, expected server/discover'],
  ])('is started once more, %s, and found to speak the newer protocol', async (_, words) => {
    const {evidence, starts} = await run(['speaks', words]);
    const handshake = seen(evidence, 'handshake');
    expect(starts).toBe(2);
    expect(handshake).toMatchObject({era: 'modern', version: '2026-07-28', serverVersion: '3.0.0'});
    expect(handshake?.asked.map(({method, outcome}) => [method, outcome])).toEqual([
      ['initialize', 'closed'],
      ['server/discover', 'answered'],
    ]);
    expect(seen(evidence, 'launch')).toMatchObject({exit: null, endedDuring: null});
    expect(seen(evidence, 'tools')).toMatchObject({count: 2, stoppedAt: 'end'});
    expect(diagnoseAll(evidence).findings).toEqual([]);
  });

  test('is called by its name where the client begins with initialize', async () => {
    const {evidence} = await run(['speaks']);
    const older = evidenceOf({entry: {rules: {eras: ['legacy']}}});
    expect(diagnoseAll({...evidence, ...older}).findings[0]?.id).toBe('server-speaks-modern-only');
  });

  test('is told as it ended the first time, where the newer hello does not help', async () => {
    const {evidence, starts} = await run(['deaf']);
    expect(starts).toBe(2);
    expect(seen(evidence, 'handshake')?.asked.map(({method}) => method)).toEqual(['initialize']);
    expect(seen(evidence, 'launch')).toMatchObject({exit: {code: 1}, endedDuring: 'initialize'});
  });

  test('is not started again when it says what else is wrong', async () => {
    const {evidence, starts} = await run(['speaks', 'Error: NOTES_API_KEY is not set']);
    expect(starts).toBe(1);
    expect(seen(evidence, 'handshake')?.era).toBeNull();
  });
});

describe('which end may be the fault of initialize', () => {
  const ended = (change: object): boolean => {
    const evidence = evidenceOf({
      launch: {exit: {code: 1, signal: null}, endedDuring: 'initialize', noiseCount: 0, ...change},
      handshake: {version: null, asked: [{method: 'initialize', version: '2025-11-25', outcome: 'closed', ms: 5}]},
    });
    const [launch, handshake] = [seen(evidence, 'launch'), seen(evidence, 'handshake')];
    return launch !== undefined && handshake !== undefined && mayHaveEndedAtInitialize({launch, handshake}, 3000);
  };

  test('a silent end, and not one by a signal, after noise, or in peace', () => {
    expect(ended({})).toBe(true);
    expect(ended({exit: {code: null, signal: 'SIGKILL'}})).toBe(false);
    expect(ended({noiseCount: 1})).toBe(false);
    expect(ended({endedDuring: 'idle'})).toBe(false);
    expect(ended({exit: null})).toBe(false);
  });
});
