import {leftModes, openShell} from './a-shell.ts';
import {aWorld, serverScript} from './a-world.ts';
import {SUSPENSIONS, trySuspension} from './r25-suspend.ts';
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

const INSIDE: Readonly<Record<string, string>> = {
  exception: `setImmediate(() => { throw new Error('from outside'); })`,
  rejection: `void Promise.reject(new Error('from outside'))`,
  'out of memory': 'const a = []; for (;;) a.push(new Array(1e5).fill({}))',
  abort: 'process.abort()',
  exit: 'process.exit(9)',
};
const SIGNALS = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGSEGV', 'SIGKILL'] as const;
const KEYS: Readonly<Record<string, string>> = {'Ctrl-C': '\u0003', Esc: '\u001b', 'Ctrl-C twice': '\u0003\u0003'};
const ENDS = [...Object.keys(KEYS), ...Object.keys(INSIDE), ...SIGNALS, 'stopped and continued'];
const TERMINALS = ['xterm-256color', 'screen', 'vt100'];

const tryOne = (options: TrialOptions, end: string, term: string): Promise<string | null> =>
  withFolder(async (dir) => {
    const name = `${end} on ${term}`;
    const world = aWorld(dir);
    const hook = world.write(
      'hook.cjs',
      `if (/mcp-fix\\.js$/.test(process.argv[1] || '')) { require('fs').writeFileSync(${JSON.stringify(`${dir}/pid`)}, String(process.pid)); process.on('SIGUSR2', () => { ${INSIDE[end] ?? ''} }); }`,
    );
    world.write('home/.claude.json', {mcpServers: {notes: {command: process.execPath, args: ['-e', serverScript()]}}});
    const heap = end === 'out of memory' ? '--max-old-space-size=90 ' : '';
    const shell = openShell(world, term);
    const {pty, modes} = shell;
    try {
      const before = await modes('one');
      pty.write(`NODE_OPTIONS=--require=${hook} ${process.execPath} ${heap}${options.program}\n`);
      if (!(await until(() => shell.raw().includes('notes') && shell.raw().includes('\u001b[?25l'), 20_000)))
        return `${name}: the wizard never came`;
      const pid = Number(await readPid(`${dir}/pid`));
      const from = shell.raw().length;
      const keys = KEYS[end];
      if (keys !== undefined) pty.write(keys);
      else if (INSIDE[end] !== undefined) process.kill(pid, 'SIGUSR2');
      else if (end === 'stopped and continued') {
        process.kill(pid, 'SIGSTOP');
        process.kill(pid, 'SIGCONT');
        pty.write('\u0003');
      } else process.kill(pid, SIGNALS.find((signal) => signal === end) ?? 'SIGKILL');
      const over = await until(() => !isAlive(pid), 20_000);
      if (!over) return `${name}: it did not end`;
      // The supervisor has a moment to give the terminal back after a death without a word.
      await until(() => shell.raw().length > from && leftModes(shell.raw()).length === 0, 3000);
      const after = await modes('two');
      const left = leftModes(shell.raw());
      if (before === null || after === null) return `${name}: the shell does not answer any more`;
      if (before !== after) return `${name}: stty differs: ${JSON.stringify([before, after])}`;
      return left.length === 0 ? null : `${name}: ${left.join(', ')}`;
    } finally {
      pty.kill('SIGKILL');
    }
  });

const readPid = async (file: string): Promise<string> => {
  const {readFileSync} = await import('node:fs');
  return readFileSync(file, 'utf8');
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const run = async (options: TrialOptions): Promise<Outcome> => {
  const all = [...ENDS, ...SUSPENSIONS];
  const cases = TERMINALS.flatMap((term) => all.map((end) => ({term, end})));
  const chosen = sample(randomOf(options.seed), cases, scaled(cases.length, options));
  const wrong: string[] = [];
  await inLanes(chosen, 2, async ({term, end}) => {
    const suspension = SUSPENSIONS.find((one) => one === end);
    const trouble =
      suspension === undefined ? await tryOne(options, end, term) : await trySuspension(options, suspension, term);
    if (trouble !== null) wrong.push(trouble);
  });
  return {
    figures: `${chosen.length - wrong.length} of ${chosen.length} (${ENDS.length} endings and ${SUSPENSIONS.length} suspensions × ${TERMINALS.length} terminals) leave the terminal as it was`,
    wrong: few(wrong),
  };
};

export const r25: Trial = {promise: 'R25', title: 'the terminal is given back', run};
