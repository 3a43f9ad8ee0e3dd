import {spawn} from '@lydell/node-pty';
import {envOf} from './measure.mjs';

/** Milliseconds from the start of `node ARGS` on a terminal of 80 × 24 until it has written a word. */
export const timeUntilShown = (home, args, word) =>
  new Promise((resolve, reject) => {
    const from = process.hrtime.bigint();
    const child = spawn(process.execPath, args, {
      cols: 80,
      rows: 24,
      cwd: home,
      // With CI set, Ink paints at the end only.
      env: {...envOf(home), TERM: 'xterm-256color', CI: 'false'},
      encoding: 'utf8',
    });
    let seen = '';
    let shown = null;
    const limit = setTimeout(() => child.kill('SIGKILL'), 20_000);
    child.onData((text) => {
      seen += text;
      if (shown !== null || !seen.includes(word)) return;
      shown = Number(process.hrtime.bigint() - from) / 1e6;
      child.write('\u0003');
    });
    child.onExit(() => {
      clearTimeout(limit);
      if (shown === null) reject(new Error(`"${word}" was never shown by ${args.join(' ')}:\n${seen}`));
      else resolve(shown);
    });
  });
