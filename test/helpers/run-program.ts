import {spawn} from 'node:child_process';
import {BIN} from './pty.ts';
import type {TempHome} from './temp-home.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program without a terminal, as a script or CI does. Ends it after a minute. */
export const runProgram = (
  world: TempHome,
  args: readonly string[],
  options: {readonly input?: string; readonly env?: Readonly<Record<string, string>>; readonly cwd?: string} = {},
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: options.cwd ?? world.project,
      env: {...world.env, ...options.env},
      timeout: 60_000,
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (part) => {
      out += part;
    });
    child.stderr.on('data', (part) => {
      err += part;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({code, out, err}));
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
