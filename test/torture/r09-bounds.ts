import {spawn} from 'node:child_process';
import {bundled} from './bundled.ts';
import {CALM, HOSTILE, type Hostile} from './hostile-servers.ts';
import {few, inLanes, type Outcome, runToEnd, type Trial, type TrialOptions, until, withFolder} from './trial.ts';

const BUDGET_MS = 15_000;
const MOST_MB = 64;

interface Told {
  readonly bound: string | null;
  readonly error: readonly unknown[];
  readonly ms: number;
  /** Megabytes. */
  readonly peak: number;
}

interface Programs {
  readonly hostile: string;
  readonly askOnce: string;
  readonly folder: string;
}

/** One exchange in a fresh process, with the server in a process of its own: what it costs is ours alone. */
const askOnce = async ({hostile, askOnce: program, folder}: Programs, {name, isTls}: Hostile): Promise<Told> => {
  const server = spawn(process.execPath, [hostile, name], {stdio: ['pipe', 'pipe', 'inherit']});
  try {
    let port = '';
    server.stdout.on('data', (part) => {
      port += part;
    });
    await until(() => port.endsWith('\n'), 30_000);
    const ran = await runToEnd([
      process.execPath,
      program,
      `http${isTls === true ? 's' : ''}://127.0.0.1:${port.trim()}`,
      folder,
    ]);
    if (ran.out === '') throw new Error(`${name}: no answer, ${ran.err.slice(0, 300)}`);
    return JSON.parse(ran.out);
  } finally {
    server.kill('SIGKILL');
  }
};

const run = (options: TrialOptions): Promise<Outcome> =>
  withFolder(async (folder) => {
    const programs = {
      hostile: await bundled(options.root, 'test/torture/programs/hostile.ts', folder),
      askOnce: await bundled(options.root, 'test/torture/programs/ask-once.ts', folder),
      folder,
    };
    // A slice leaves out those that take the whole 15 s.
    const servers = HOSTILE.filter(({bound}) => options.scale >= 0.2 || bound !== 'total-time');
    const calm = await askOnce(programs, CALM);
    const wrong: string[] = [];
    let [slowest, named, most] = [0, 0, 0];
    let largest = '';
    await inLanes(servers, 4, async (server) => {
      const told = await askOnce(programs, server);
      const {name, bound} = server;
      slowest = Math.max(slowest, told.ms);
      if (told.ms > BUDGET_MS + 500) wrong.push(`${name}: ${told.ms} ms`);
      if (told.bound === bound && (bound !== null || told.error.length > 0)) named += 1;
      else wrong.push(`${name}: the bound named is ${told.bound}, not ${bound} (${JSON.stringify(told.error)})`);
      const grown = told.peak - calm.peak;
      if (grown > most) [most, largest] = [grown, name];
      if (grown > MOST_MB) wrong.push(`${name}: grew by ${Math.round(grown)} MB`);
    });
    return {
      figures: `${servers.length} hostile servers, each in its own process and each asked by a fresh one: right bound named ${named} of ${servers.length}, slowest ${slowest} ms of ${BUDGET_MS}, at most +${Math.round(most)} MB (${largest}; a calm exchange: ${Math.round(calm.peak)} MB)`,
      wrong: few(wrong),
    };
  });

export const r09: Trial = {promise: 'R9', title: 'every exchange is bounded', run};
