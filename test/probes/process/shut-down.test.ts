import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {type RunningProcess, shutDown} from '../../../src/probes/process/index.ts';
import {createRing} from '../../../src/probes/process/ring.ts';
import type {Exit} from '../../../src/probes/process/start-process.ts';
import {realHost} from '../stdio/world.ts';

interface One {
  readonly pid: number;
  readonly command: string;
  /** The signal that it obeys, or none. */
  readonly obeys: string;
}

/** The machine: who of the run is there, and all that is sent and waited for, with the time at which it was. */
const machine = vi.hoisted(() => ({
  log: [] as string[],
  left: [] as {pid: number; command: string; obeys: string}[],
  looks: 0,
  groupLivesUntil: 0,
  tree: (_signal: string): void => undefined,
}));

vi.mock('../../../src/probes/process/find-run.ts', () => ({
  findRun: async (_host: unknown, mark: string, group: number) => {
    machine.looks += 1;
    machine.log.push(`${Date.now()} look ${mark} ${group}`);
    return machine.left.map(({pid, command}) => ({pid, command}));
  },
}));
vi.mock('../../../src/probes/process/signal.ts', () => ({
  endTree: (_host: unknown, pid: number, signal: string) => {
    machine.log.push(`${Date.now()} tree ${pid} ${signal}`);
    machine.tree(signal);
  },
  isGroupAlive: () => Date.now() < machine.groupLivesUntil,
  sendSignal: (pid: number, signal: string) => {
    machine.log.push(`${Date.now()} send ${pid} ${signal}`);
    machine.left = machine.left.filter((one) => one.pid !== pid || one.obeys !== signal);
    return true;
  },
}));

beforeEach(() => {
  vi.useFakeTimers({now: 0});
});
afterEach(() => {
  vi.useRealTimers();
  Object.assign(machine, {log: [], left: [], looks: 0, groupLivesUntil: 0, tree: () => undefined});
});

/** A program that ends at this event: 'input', 'SIGTERM', 'SIGKILL', after so many milliseconds. */
const program = (endsAt: string, after = 0, ended: Exit | null = null): RunningProcess & {readonly asked: string[]} => {
  const asked: string[] = [];
  let exit = ended;
  let end: (exit: Exit) => void = () => undefined;
  const drained = new Promise<Exit>((resolve) => {
    end = resolve;
  });
  const happens = (event: string): void => {
    if (event === endsAt)
      setTimeout(() => {
        exit = {code: 0, signal: null, atMs: 0};
        end(exit);
      }, after);
  };
  machine.tree = happens;
  return {
    asked,
    pid: 50,
    mark: 'run.1.',
    startedAt: 0,
    stdout: createRing(),
    stderr: createRing(),
    spawned: Promise.resolve(null),
    exited: drained,
    drained,
    exit: () => exit,
    firstOutputMs: () => null,
    write: () => undefined,
    endInput: () => {
      asked.push('end of input');
      happens('input');
    },
    release: () => asked.push('release'),
  };
};

/** Shuts down in made-up time: goes on until there is an answer. */
const closing = async (running: RunningProcess, options?: Parameters<typeof shutDown>[2]) => {
  const host = realHost({now: () => 1000 + Date.now()});
  let answer: Awaited<ReturnType<typeof shutDown>> | null = null;
  void shutDown(host, running, options).then((closed) => {
    answer = closed;
  });
  for (let step = 0; step < 4000 && answer === null; step += 1) {
    await vi.advanceTimersByTimeAsync(5);
  }
  if (answer === null) throw new Error('no answer within 20 seconds');
  return answer;
};
/** From the beginning again: time and what was written down. */
const anew = (own: Partial<typeof machine> = {}): void => {
  vi.setSystemTime(0);
  Object.assign(machine, {log: [], left: [], looks: 0, ...own});
};
const sent = (): readonly string[] => machine.log.filter((line) => !line.includes('look'));

describe('each step is waited for before the next', () => {
  test('end of input', async () => {
    const running = program('input', 1900);
    expect(await closing(running)).toMatchObject({by: 'stdin', survivors: []});
    expect(running.asked).toEqual(['end of input', 'release']);
    expect(sent()).toEqual([]);
  });

  test('SIGTERM after two seconds, SIGKILL after four; at most six are waited', async () => {
    const term = await closing(program('SIGTERM', 1900));
    expect(term.by).toBe('sigterm');
    expect(sent()).toEqual(['2000 tree 50 SIGTERM']);
    expect(term.ms).toBeGreaterThanOrEqual(3900);
    expect(term.ms).toBeLessThan(4000);
    anew();
    expect((await closing(program('SIGKILL', 10))).by).toBe('sigkill');
    expect(sent()).toEqual(['2000 tree 50 SIGTERM', '4000 tree 50 SIGKILL']);
    anew();
    const never = await closing(program('never'));
    expect(never).toMatchObject({by: 'sigkill', survivors: []});
    expect(never.ms).toBeGreaterThanOrEqual(5995);
    expect(never.ms).toBeLessThan(6100);
  });

  test('in the time that is given', async () => {
    expect((await closing(program('SIGKILL'), {graceMs: 100})).by).toBe('sigkill');
    expect(sent()).toEqual(['100 tree 50 SIGTERM', '200 tree 50 SIGKILL']);
  });

  test('none of them for who has ended, or never ran', async () => {
    const ended = program('never', 0, {code: 1, signal: null, atMs: 3});
    expect(await closing(ended)).toMatchObject({by: 'self', survivors: []});
    expect(ended.asked).toEqual(['release']);
    const none = {...program('never'), pid: null};
    expect(await closing(none)).toEqual({by: 'none', ms: 0, survivors: []});
    expect(sent()).toEqual([]);
  });

  test('an installation gets less time at first, more at the end, and no SIGKILL', async () => {
    expect((await closing(program('SIGTERM', 2300), {isInstalling: true})).by).toBe('sigterm');
    expect(sent()).toEqual(['300 tree 50 SIGTERM']);
    anew({left: [{pid: 51, command: 'a', obeys: 'none'}]});
    const running = program('never');
    const never = await closing(running, {isInstalling: true});
    expect(never).toMatchObject({by: 'none', survivors: []});
    expect(never.ms).toBeGreaterThanOrEqual(2700);
    expect(never.ms).toBeLessThan(2800);
    // Who still installs is not looked for either: all of it goes on.
    expect(machine.log).toEqual(['300 tree 50 SIGTERM']);
    expect(running.asked).toEqual(['end of input', 'release']);
    anew();
    expect((await closing(program('SIGTERM', 150), {isInstalling: true, graceMs: 100})).by).toBe('sigterm');
    expect(sent().slice(0, 1)).toEqual(['100 tree 50 SIGTERM']);
  });
});

describe('whoever is left', () => {
  const one = (pid: number, obeys: string): One => ({pid, command: `c${pid}`, obeys});
  const self = (): RunningProcess => program('never', 0, {code: 0, signal: null, atMs: 1});

  test('is asked, woken, and told of', async () => {
    machine.left = [one(60, 'SIGTERM'), one(61, 'SIGCONT')];
    const {survivors} = await closing(self());
    expect(survivors).toEqual([
      {pid: 60, command: 'c60'},
      {pid: 61, command: 'c61'},
    ]);
    expect(sent().map((line) => line.replace(/^\d+ /, ''))).toEqual([
      'send 60 SIGTERM',
      'send 60 SIGCONT',
      'send 61 SIGTERM',
      'send 61 SIGCONT',
    ]);
    expect(machine.log[0]).toMatch(/look run\.1\. 50$/);
  });

  test('is killed when it does not listen within 400 ms, in three rounds of 200 ms', async () => {
    machine.left = [one(60, 'SIGKILL'), one(61, 'SIGTERM'), one(62, 'none')];
    const {survivors} = await closing(self());
    expect(survivors.map(({pid}) => pid)).toEqual([60, 61, 62]);
    const kills = sent().filter((line) => line.endsWith('SIGKILL'));
    expect(kills.map((line) => line.replace(/^\d+ /, ''))).toEqual([
      'send 60 SIGKILL',
      'send 62 SIGKILL',
      'send 62 SIGKILL',
      'send 62 SIGKILL',
    ]);
    const at = kills.map((line) => Number(line.split(' ')[0]));
    const asked = Number(sent()[0]?.split(' ')[0]);
    expect((at[0] ?? 0) - asked).toBeGreaterThanOrEqual(400);
    expect((at[0] ?? 0) - asked).toBeLessThan(450);
    expect((at[2] ?? 0) - (at[1] ?? 0)).toBeGreaterThanOrEqual(200);
    expect((at[2] ?? 0) - (at[1] ?? 0)).toBeLessThan(250);
    expect(sent().filter((line) => /SIGKILL|62 SIGCONT/.test(line))).toHaveLength(5);
  });

  test('is none that goes within a moment', async () => {
    machine.left = [one(60, 'none')];
    const answer = closing(self());
    // It was seen once; by the second look it is gone.
    await vi.advanceTimersByTimeAsync(0);
    machine.left = [];
    expect((await answer).survivors).toEqual([]);
    expect(machine.looks).toBe(2);
    expect(sent()).toEqual([]);
  });

  test('is looked for when the group is gone, or after 150 ms', async () => {
    await closing(self());
    expect(machine.log).toEqual(['0 look run.1. 50']);
    anew({groupLivesUntil: 60});
    await closing(self());
    const at = Number(machine.log[0]?.split(' ')[0]);
    expect(at).toBeGreaterThanOrEqual(60);
    expect(at).toBeLessThan(90);
    anew({groupLivesUntil: 1e6});
    await closing(self());
    const late = Number(machine.log[0]?.split(' ')[0]);
    expect(late).toBeGreaterThanOrEqual(145);
    expect(late).toBeLessThan(190);
  });

  test('is nobody on Windows: there is no such view', async () => {
    machine.left = [one(60, 'none')];
    const host = realHost({platform: 'win32'});
    expect((await shutDown(host, self())).survivors).toEqual([]);
    expect(machine.looks).toBe(0);
  });

  test('is told too when the program itself does not go', async () => {
    machine.left = [one(60, 'none')];
    expect((await closing(program('never'), {graceMs: 20})).survivors).toHaveLength(1);
  });

  test('of an installation that has ended is ended', async () => {
    machine.left = [one(60, 'SIGTERM')];
    expect((await closing(self(), {isInstalling: true})).survivors).toHaveLength(1);
  });
});
