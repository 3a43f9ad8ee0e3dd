import process from 'node:process';
import {spawn as spawnPty} from '@lydell/node-pty';
import type {AWorld} from './a-world.ts';
import {type TrialOptions, until} from './trial.ts';

/** All that the wizard writes to a terminal while somebody opens the first server, says yes, and goes on to the change. */
export const wizardBytes = (
  options: TrialOptions,
  world: AWorld,
  terminal: {readonly columns: number; readonly name: string},
): Promise<string> =>
  new Promise((resolve) => {
    const pty = spawnPty(process.execPath, [options.program], {
      cols: terminal.columns,
      rows: 50,
      cwd: world.project,
      env: {...world.env, TERM: terminal.name},
    });
    let raw = '';
    let ended = false;
    pty.onData((text) => {
      raw += text;
    });
    pty.onExit(() => {
      ended = true;
      resolve(raw);
    });
    const go = async (): Promise<void> => {
      await until(() => raw.includes('dies') || ended, 10_000);
      for (const key of ['\r', '\u001b[F', 'y', '\r', '\r']) {
        const length = raw.length;
        if (!ended) pty.write(key);
        await until(() => raw.length > length || ended, 1500);
      }
      if (!ended) pty.write('\u0003');
      if (!(await until(() => ended, 8000))) pty.kill('SIGKILL');
    };
    void go();
  });
