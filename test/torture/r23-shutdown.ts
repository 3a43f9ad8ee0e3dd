import fs from 'node:fs';
import path from 'node:path';
import {type Closing, type RunningProcess, shutDown, startProcess} from '../../src/probes/process/index.ts';
import {aHost} from './a-host.ts';
import {few, type Outcome, scaled, type Trial, type TrialOptions, until, withFolder} from './trial.ts';

/** The specification's steps, in milliseconds after the shutdown begins. */
const TERM = 2000;
const KILL = 4000;

interface Server {
  readonly name: string;
  /** What it does beside noting each thing that happens to it; `note(word)` writes word and time. */
  readonly script: string;
  readonly by: Closing['by'];
  /** What it must note, and when; null: after the steps, when what is left of the run is looked for. */
  readonly notes: readonly (readonly [string, number | null])[];
  readonly goneAt: number;
  readonly survivors?: number;
  readonly prepare?: (running: RunningProcess) => void;
}

const NOTE = `const note = (word) => require('fs').appendFileSync(process.env.TRACE, Date.now() + ' ' + word + '\\n');`;
const ON_END = (then: string): string =>
  `process.stdin.resume(); process.stdin.on('end', () => { note('end'); ${then} });`;
const ON_TERM = (then: string): string => `process.on('SIGTERM', () => { note('term'); ${then} });`;
const STAYS = 'setInterval(() => {}, 1000);';
const UP = `process.stdout.write('up\\n');`;

const SERVERS: readonly Server[] = [
  {name: 'ends with its input', script: ON_END('process.exit(0)'), by: 'stdin', notes: [['end', 0]], goneAt: 0},
  {
    name: 'needs 1.5 s to end',
    script: ON_END('setTimeout(() => process.exit(0), 1500)') + ON_TERM(''),
    by: 'stdin',
    notes: [['end', 0]],
    goneAt: 1500,
  },
  {name: 'does not look at its input', script: STAYS, by: 'sigterm', notes: [], goneAt: TERM},
  {
    name: 'tidies up for 1.5 s when asked to end',
    script: STAYS + ON_END('') + ON_TERM('setTimeout(() => process.exit(0), 1500)'),
    by: 'sigterm',
    notes: [
      ['end', 0],
      ['term', TERM],
    ],
    goneAt: TERM + 1500,
  },
  {
    name: 'ends for nothing but a kill',
    script: STAYS + ON_END('') + ON_TERM(''),
    by: 'sigkill',
    notes: [
      ['end', 0],
      ['term', TERM],
    ],
    goneAt: KILL,
  },
  {
    name: 'is stopped',
    script: STAYS + ON_TERM('process.exit(0)'),
    by: 'sigterm',
    notes: [['term', TERM]],
    goneAt: TERM,
    prepare: ({pid}) => void process.kill(pid ?? 0, 'SIGSTOP'),
  },
  {
    name: 'leaves a helper of its group behind',
    script: `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(`${NOTE} ${STAYS} process.on('SIGTERM', () => { note('helper term'); process.exit(0); }); note('helper up')`)}], {stdio: 'ignore'}); ${ON_END('process.exit(0)')}`,
    by: 'stdin',
    notes: [
      ['end', 0],
      ['helper term', null],
    ],
    goneAt: 0,
    survivors: 1,
  },
  {
    name: 'has a child that ends for nothing but a kill',
    script: `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(`${NOTE} ${STAYS} process.on('SIGTERM', () => note('helper term')); note('helper up')`)}], {stdio: 'ignore'}); ${ON_END('')} ${ON_TERM('process.exit(0)')}`,
    by: 'sigterm',
    notes: [
      ['end', 0],
      ['term', TERM],
      ['helper term', TERM],
    ],
    goneAt: TERM,
    survivors: 1,
  },
];

interface Traced {
  readonly closing: Closing;
  readonly ms: number;
  readonly goneAt: number;
  readonly notes: readonly (readonly [string, number])[];
}

const started = async (folder: string, server: Pick<Server, 'script'>, name: string) => {
  const trace = path.join(folder, name);
  fs.writeFileSync(trace, '');
  const host = aHost(folder);
  const running = startProcess({
    host,
    command: process.execPath,
    args: ['-e', `${NOTE} ${server.script} ${UP}`],
    cwd: '/',
    env: {PATH: host.env['PATH'] ?? '', TRACE: trace},
  });
  const hasHelper = server.script.includes('helper up');
  await until(
    () => running.stdout.bytes() > 0 && (!hasHelper || fs.readFileSync(trace, 'utf8').includes('helper up')),
    15_000,
  );
  return {host, running, trace};
};

const traced = async (folder: string, server: Server, name: string): Promise<Traced> => {
  const {host, running, trace} = await started(folder, server, name);
  server.prepare?.(running);
  let goneAt = Number.NaN;
  const from = Date.now();
  void running.exited.then(() => {
    goneAt = Date.now() - from;
  });
  const closing = await shutDown(host, running);
  const ms = Date.now() - from;
  const notes = fs
    .readFileSync(trace, 'utf8')
    .split('\n')
    .flatMap((line): [string, number][] => {
      const [, at = '', word = ''] = /^(\d+) (.+)$/.exec(line) ?? [];
      return word === '' || word === 'helper up' ? [] : [[word, Number(at) - from]];
    });
  return {closing, ms, goneAt, notes};
};

const momentOf = (seen: Traced, word: string): number =>
  seen.notes.find(([noted]) => noted === word)?.[1] ?? Number.NaN;

const wrongWith = (server: Server, seen: Traced, within: number): readonly string[] => {
  const {by, survivors} = seen.closing;
  const far = (what: string, at: number, due: number): string[] =>
    Math.abs(at - due) <= within ? [] : [`${what} at ${at} ms, not ${due}`];
  const noted = [...new Set(seen.notes.map(([word]) => word))];
  const dues = noted.map((word) => server.notes.find(([one]) => one === word)?.[1]);
  const isInOrder =
    noted.length === server.notes.length &&
    dues.every((due, index) => due !== undefined && (due ?? Infinity) >= (dues[index - 1] ?? 0));
  return [
    ...(by === server.by ? [] : [`ended by ${by}, not ${server.by}`]),
    ...(survivors.length === (server.survivors ?? 0) ? [] : [`${survivors.length} survivors told`]),
    ...(isInOrder ? [] : [`the order was: ${noted.join(', ')}`]),
    ...server.notes.flatMap(([word, due]) => (due === null ? [] : far(word, momentOf(seen, word), due))),
    ...far('gone', seen.goneAt, server.goneAt),
  ].map((line) => `${server.name}: ${line}`);
};

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? Number.NaN;

const run = (options: TrialOptions): Promise<Outcome> =>
  withFolder(async (folder) => {
    // The ordinary run shares the machine with other tests.
    const isWhole = options.scale >= 0.5;
    const within = isWhole ? 100 : 1000;
    const wrong: string[] = [];
    const rounds = scaled(10, options);
    let off = 0;
    for (let round = 0; round < rounds; round += 1) {
      const seen = await Promise.all(SERVERS.map((server, index) => traced(folder, server, `${round}-${index}`)));
      for (const [index, server] of SERVERS.entries()) {
        const trace = seen[index];
        if (trace === undefined) continue;
        wrong.push(...wrongWith(server, trace, within));
        for (const [word, due] of [...server.notes, ['', server.goneAt] as const]) {
          const at = word === '' ? trace.goneAt : momentOf(trace, word);
          if (due !== null) off = Math.max(off, Math.abs(at - due));
        }
      }
    }
    const closes: number[] = [];
    for (let index = 0; index < scaled(200, options); index += 1) {
      const {host, running} = await started(folder, {script: ON_END('process.exit(0)')}, `clean-${index}`);
      const from = performance.now();
      const closing = await shutDown(host, running);
      closes.push(performance.now() - from);
      if (closing.by !== 'stdin') wrong.push(`a clean close ended by ${closing.by}`);
    }
    const p95 = Math.round(percentile(closes, 0.95));
    if (p95 > (isWhole ? 150 : 1500)) wrong.push(`p95 of a clean close: ${p95} ms`);
    return {
      figures: `${SERVERS.length} servers × ${rounds} traces: order right, ${off} ms at most from the documented moment; ${closes.length} clean closes: p50 ${Math.round(percentile(closes, 0.5))} ms, p95 ${p95} ms`,
      wrong: few(wrong),
    };
  });

export const r23: Trial = {promise: 'R23', title: 'the shutdown follows the specification’s order', run};
