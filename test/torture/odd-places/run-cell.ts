import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {spawn as spawnPty} from '@lydell/node-pty';
import {aWorld, serverScript} from '../a-world.ts';
import {withFolder} from '../trial.ts';
import type {Cell} from './cells.ts';

export interface CellRun {
  readonly code: number;
  /** What went to a file; empty where the stream was the terminal. */
  readonly out: string;
  readonly err: string;
  readonly screen: string;
  readonly ms: number;
}

const YEARS = 10 * 365 * 86_400_000;
/** Puts another clock into Node before the program reads it: `jumping` sets it right by an hour after a moment. */
const CLOCKS: Readonly<Record<string, string>> = {
  'ten years behind': `-${YEARS}`,
  'ten years ahead': String(YEARS),
  jumping: 'Math.floor(performance.now() / 200) % 2 * 3600000',
};
const clockScript = (shift: string): string => `const Real = Date;
const now = () => Real.now() + (${shift});
globalThis.Date = class extends Real { constructor(...args) { if (args.length === 0) super(now()); else super(...args); } static now() { return now(); } };
`;

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The shell words that make the place odd, and then become the program. Runs in a mount namespace of its own. */
const scriptFor = (cell: Cell, dir: string, argv: readonly string[]): string => {
  const home = cell.home === 'missing' ? path.join(dir, 'nowhere') : path.join(dir, 'home');
  const account = os.userInfo().homedir;
  const filled = cell.disk === 'full' ? 'size=64k' : 'size=64k,nr_inodes=9';
  const streams = {
    stdin: {file: '</dev/null', terminal: '', closed: '<&-'}[cell.stdin],
    stdout: cell.stdout === 'file' ? `>${dir}/out` : '',
    stderr: cell.stderr === 'file' ? `2>${dir}/err` : '',
  };
  return [
    'set -e; trap : INT',
    cell.network === 'none' ? 'ip link set lo up' : '',
    // The home that the account has: nothing of this machine's own may be read or written.
    `mkdir -p ${dir}/account; mount --bind ${dir}/account ${account}`,
    cell.disk === 'ordinary'
      ? ''
      : `mkdir ${dir}/kept; cp -a ${home === path.join(dir, 'home') ? home : `${dir}/account`}/. ${dir}/kept/ 2>/dev/null || true
for at in ${dir}/home ${account}; do mount -t tmpfs -o ${filled} tmpfs $at; cp -a ${dir}/kept/. $at/; done`,
    cell.disk === 'full'
      ? `for at in ${dir}/home ${account}; do head -c 65536 /dev/zero >$at/x 2>/dev/null || true; done`
      : '',
    cell.disk === 'without inodes'
      ? `for at in ${dir}/home ${account}; do for n in 1 2 3 4 5 6 7 8 9; do touch $at/x$n 2>/dev/null || true; done; done`
      : '',
    cell.home === 'read-only' ? `mount --bind ${dir}/home ${dir}/home; mount -o remount,ro,bind ${dir}/home` : '',
    cell.home === 'unset' ? 'unset HOME' : `export HOME=${quote(home)}`,
    cell.term === 'unset' ? 'unset TERM' : `export TERM=${cell.term}`,
    cell.color === 'NO_COLOR' ? 'export NO_COLOR=1' : '',
    `export LANG=${cell.language === 'C' ? 'C' : cell.language}.${cell.encoding} LC_ALL=${cell.language === 'C' ? 'C' : cell.language}.${cell.encoding}`,
    cell.clock === 'right' ? '' : `export NODE_OPTIONS=--require=${dir}/clock.cjs`,
    cell.cwd === 'deleted' ? `mkdir ${dir}/gone; cd ${dir}/gone; rmdir ${dir}/gone` : `cd ${dir}/project`,
    cell.files === '64' ? 'ulimit -n 64' : '',
    `set +e; ${argv.map(quote).join(' ')} ${streams.stdin} ${streams.stdout} ${streams.stderr}`,
    `echo $? >${dir}/code`,
  ]
    .filter((line) => line !== '')
    .join('\n');
};

const readOr = (file: string): string => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');

/** Runs the program once in such a place. A screen that waits for keys gets Ctrl-C until it ends. */
export const runCell = (cell: Cell, argv: readonly string[], limitMs: number): Promise<CellRun> =>
  withFolder(async (dir) => {
    const world = aWorld(dir);
    const shift = CLOCKS[cell.clock];
    if (shift !== undefined) world.write('clock.cjs', clockScript(shift));
    for (const home of ['home', 'account'])
      world.write(`${home}/.claude.json`, {
        mcpServers: {notes: {command: process.execPath, args: ['-e', serverScript()]}},
      });
    world.write('project/body.json', {model: 'm', max_tokens: 1, messages: [], mcp_servers: []});
    const script = world.write('run.sh', scriptFor(cell, dir, argv));
    const alone = ['unshare', '-m', ...(cell.network === 'none' ? ['-n'] : []), 'sh', script];
    const [file = '', ...args] = alone;
    const from = Date.now();
    const pty = spawnPty(file, args, {
      cols: Number(cell.columns),
      rows: 30,
      cwd: dir,
      env: {PATH: world.env['PATH'] ?? '', TMPDIR: world.env['TMPDIR'] ?? ''},
    });
    let screen = '';
    pty.onData((data) => {
      screen += data;
    });
    const isScreen = argv.includes('wizard') || argv.includes('onboard');
    const keys = setInterval(() => (isScreen ? pty.write('\u0003') : undefined), 4000);
    const ended = await new Promise<boolean>((done) => {
      const timer = setTimeout(() => done(false), limitMs);
      pty.onExit(() => {
        clearTimeout(timer);
        done(true);
      });
    });
    clearInterval(keys);
    const ms = Date.now() - from;
    if (!ended) pty.kill('SIGKILL');
    const code = readOr(path.join(dir, 'code')).trim();
    return {
      code: code === '' ? -1 : Number(code),
      out: readOr(path.join(dir, 'out')),
      err: readOr(path.join(dir, 'err')),
      screen,
      ms,
    };
  });
