import {readFileSync} from 'node:fs';
import {leftModes, openShell, type Shell} from './a-shell.ts';
import {aWorld, serverScript} from './a-world.ts';
import {type TrialOptions, until, withFolder} from './trial.ts';

/** Ways to be stopped and to go on; each ends with Ctrl-C but the last. */
export const SUSPENSIONS = [
  'Ctrl-Z and fg',
  'Ctrl-Z and fg, five times',
  'SIGTSTP from outside and fg',
  'SIGSTOP from outside and fg',
  'Ctrl-Z and SIGKILL while stopped',
] as const;

type Suspension = (typeof SUSPENSIONS)[number];

/** Stops the wizard and lets it go on; null when the terminal was the shell's in between, and is so at the end. */
export const trySuspension = (options: TrialOptions, how: Suspension, term: string): Promise<string | null> =>
  withFolder(async (dir) => {
    const world = aWorld(dir);
    world.write('home/.claude.json', {mcpServers: {notes: {command: process.execPath, args: ['-e', serverScript()]}}});
    const shell = openShell(world, term);
    try {
      const trouble = await suspended(shell, options, how);
      return trouble === null ? null : `${how} on ${term}: ${trouble}`;
    } finally {
      shell.pty.kill('SIGKILL');
    }
  });

const suspended = async (shell: Shell, options: TrialOptions, how: Suspension): Promise<string | null> => {
  const {pty, raw, modes} = shell;
  const before = await modes('before');
  pty.write(`${process.execPath} ${options.program}\n`);
  if (!(await isDrawn(shell, 0))) return 'the wizard never came';
  const child = childOf(pty.pid);
  const rounds = how.includes('five') ? 5 : 1;
  for (let round = 0; round < rounds; round += 1) {
    const from = raw().length;
    if (how.startsWith('Ctrl-Z')) pty.write('\u001a');
    else process.kill(child, how.startsWith('SIGTSTP') ? 'SIGTSTP' : 'SIGSTOP');
    if (!(await until(() => raw().slice(from).includes('Stopped'), 10_000))) return 'it was not stopped';
    // Of SIGSTOP no program hears: the terminal is given back only when it goes on.
    if (!how.startsWith('SIGSTOP')) {
      const between = await modes(`between${round}`);
      if (between !== before) return `stty differs while it is stopped: ${JSON.stringify([before, between])}`;
      const left = leftModes(raw());
      if (left.length > 0) return `while it is stopped: ${left.join(', ')}`;
    }
    if (how.includes('SIGKILL')) {
      process.kill(child, 'SIGKILL');
      pty.write('\n');
    } else {
      const stopped = raw().length;
      pty.write('\nfg\n');
      if (!(await isDrawn(shell, stopped))) return 'it did not come back';
    }
  }
  if (!how.includes('SIGKILL')) pty.write('\u0003');
  if (!(await until(() => !isRunning(child), 20_000))) return 'it did not end';
  await until(() => leftModes(raw()).length === 0, 3000);
  const after = await modes('after');
  if (before === null || before !== after) return `stty differs: ${JSON.stringify([before, after])}`;
  const left = leftModes(raw());
  return left.length === 0 ? null : left.join(', ');
};

/** The first screen was drawn after that place of what came out, and pastes are marked. */
const isDrawn = ({raw}: Shell, from: number): Promise<boolean> =>
  until(() => {
    const now = raw().slice(from);
    return now.includes('notes') && now.includes('\u001b[?25l') && now.includes('\u001b[?2004h');
  }, 20_000);

const childOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);

const isRunning = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};
