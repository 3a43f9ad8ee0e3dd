import {type ChildProcess, spawn} from 'node:child_process';
import path from 'node:path';
import {spawn as spawnPty} from '@lydell/node-pty';
import {type AWorld, aWorld} from './a-world.ts';
import {endAll, processesWith} from './processes.ts';
import {
  few,
  inLanes,
  type Outcome,
  randomOf,
  sample,
  scaled,
  type Trial,
  type TrialOptions,
  until,
  withFolder,
} from './trial.ts';

const NODE = JSON.stringify(process.execPath);
const IDLE = 'setInterval(() => {}, 1000)';
const DEAF = `process.on('SIGTERM', () => {}); process.on('SIGHUP', () => {}); ${IDLE}`;
const child = (script: string, how: string): string =>
  `require('child_process').spawn(${NODE}, ['-e', ${JSON.stringify(script)}], ${how})`;

interface Shape {
  readonly name: string;
  /** The command and its arguments. */
  readonly argv: (world: AWorld) => readonly string[];
  /** How many processes it has when it stands. */
  readonly size: number;
}

const node = (script: string): readonly string[] => [process.execPath, '-e', script];

/** A program that never answers, in ten family shapes. */
const SHAPES: readonly Shape[] = [
  {name: 'one program', argv: () => node(IDLE), size: 1},
  {name: 'launcher and program, as npx', argv: () => node(`${child(IDLE, "{stdio: 'inherit'}")}; ${IDLE}`), size: 2},
  {name: 'sh -c', argv: () => ['/bin/sh', '-c', `${process.execPath} -e '${IDLE}'; true`], size: 2},
  {name: 'ignores SIGTERM', argv: () => node(DEAF), size: 1},
  {
    name: 'double fork',
    argv: () =>
      node(
        `${child(`${child(IDLE, "{stdio: 'ignore', detached: true}")}.unref(); process.exit(0)`, "{stdio: 'ignore'}")}; ${IDLE}`,
      ),
    size: 2,
  },
  {
    name: 'a session of its own',
    argv: () => node(`${child(DEAF, "{stdio: 'ignore', detached: true}")}.unref(); ${IDLE}`),
    size: 2,
  },
  {
    name: 'fifteen children',
    argv: () => node(`for (let i = 0; i < 15; i++) ${child(IDLE, "{stdio: 'ignore'}")}; ${IDLE}`),
    size: 16,
  },
  {name: 'stopped', argv: () => node(`${IDLE}; setTimeout(() => process.kill(process.pid, 'SIGSTOP'), 50)`), size: 1},
  {
    name: 'a helper that holds our pipes',
    argv: () => node(`${child(DEAF, "{stdio: 'inherit', detached: true}")}.unref(); ${IDLE}`),
    size: 2,
  },
  {
    name: 'container client',
    argv: (world) => [
      world.write('bin/docker', `#!/bin/sh\n${process.execPath} -e '${IDLE}' &\nwait\n`, 0o755),
      'run',
      '-i',
      'image',
    ],
    size: 2,
  },
];

/** Done in the program's own process when it is sent SIGUSR2. */
const INSIDE: Readonly<Record<string, string>> = {
  exception: `setImmediate(() => { throw new Error('from outside'); })`,
  rejection: `void Promise.reject(new Error('from outside'))`,
  'out of memory': 'const a = []; for (;;) a.push(new Array(1e5).fill({}))',
  abort: 'process.abort()',
};
const SIGNALS: Readonly<Record<string, NodeJS.Signals>> = {
  SIGTERM: 'SIGTERM',
  SIGHUP: 'SIGHUP',
  SIGINT: 'SIGINT',
  SIGSEGV: 'SIGSEGV',
  SIGKILL: 'SIGKILL',
};
const ENDS = ['done', 'SIGINT twice', 'closed terminal', ...Object.keys(INSIDE), ...Object.keys(SIGNALS)];

/** The program under trial, running. */
interface Running {
  readonly pid: number;
  readonly isOver: () => boolean;
  readonly hangUp: () => void;
}

const start = (options: TrialOptions, world: AWorld, env: Readonly<Record<string, string>>, end: string): Running => {
  const isTerminal = end === 'closed terminal';
  const timeoutMs = end === 'done' ? 2500 : 30_000;
  // A small heap, so that running out of memory does not take the machine along.
  const args = [
    ...(end === 'out of memory' ? ['--max-old-space-size=60'] : []),
    options.program,
    'check',
    '--yes',
    '--timeout',
    String(timeoutMs),
  ];
  if (isTerminal) {
    const pty = spawnPty(process.execPath, args, {cwd: world.project, env: {...env, TERM: 'xterm'}});
    let over = false;
    pty.onExit(() => {
      over = true;
    });
    return {pid: pty.pid, isOver: () => over, hangUp: () => pty.kill('SIGHUP')};
  }
  const running: ChildProcess = spawn(process.execPath, args, {cwd: world.project, env, stdio: 'ignore'});
  return {
    pid: running.pid ?? 0,
    isOver: () => running.exitCode !== null || running.signalCode !== null,
    hangUp: () => undefined,
  };
};

const send = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
};

const tryOne = (options: TrialOptions, shape: Shape, end: string): Promise<string | null> =>
  withFolder(async (dir) => {
    const name = `${shape.name}, ended by ${end}`;
    const world = aWorld(dir);
    const mark = `TORTURE_MARK=${path.basename(dir)}`;
    const hook = world.write(
      'hook.cjs',
      `if (/mcp-fix\\.js$/.test(process.argv[1] || '')) process.on('SIGUSR2', () => { ${INSIDE[end] ?? ''} });`,
    );
    const [command = '', ...args] = shape.argv(world);
    world.write('home/.claude.json', {mcpServers: {notes: {command, args}}});
    const env = {...world.env, TORTURE_MARK: path.basename(dir), NODE_OPTIONS: `--require=${hook}`};
    const running = start(options, world, env, end);
    const others = () => processesWith(mark).filter(({pid}) => pid !== running.pid);
    const stands = await until(() => others().length >= shape.size, 15_000);
    if (!stands) {
      endAll(processesWith(mark));
      return `${name}: the tree never stood`;
    }
    if (end === 'closed terminal') running.hangUp();
    else if (INSIDE[end] !== undefined) send(running.pid, 'SIGUSR2');
    else if (end === 'SIGINT twice') {
      send(running.pid, 'SIGINT');
      await until(running.isOver, 200);
      send(running.pid, 'SIGINT');
    } else if (end !== 'done') send(running.pid, SIGNALS[end] ?? 'SIGKILL');
    const over = await until(running.isOver, 25_000);
    if (!over) {
      endAll(processesWith(mark));
      return `${name}: the program did not end`;
    }
    const gone = await until(() => others().length === 0, 3000);
    const left = others();
    endAll(left);
    return gone ? null : `${name}: ${left.length} left: ${left.map((one) => one.command).join(' | ')}`;
  });

const run = async (options: TrialOptions): Promise<Outcome> => {
  const cases = SHAPES.flatMap((shape) => ENDS.map((end) => ({shape, end})));
  const chosen = sample(randomOf(options.seed), cases, scaled(cases.length, options));
  const wrong: string[] = [];
  await inLanes(chosen, 3, async ({shape, end}) => {
    const trouble = await tryOne(options, shape, end);
    if (trouble !== null) wrong.push(trouble);
  });
  return {
    figures: `${chosen.length} of ${cases.length} cases (${SHAPES.length} family shapes × ${ENDS.length} endings): ${wrong.length} with a process alive after 3 s`,
    wrong: few(wrong),
  };
};

export const r22: Trial = {promise: 'R22', title: 'nothing that was started outlives us', run};
