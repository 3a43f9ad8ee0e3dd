import {spawn} from 'node:child_process';
import {type AWorld, aWorld, serverScript} from './a-world.ts';
import {peakMegabytes} from './processes.ts';
import {few, type Outcome, type Trial, type TrialOptions, withFolder} from './trial.ts';

/** Writes `megabytes` to a stream, as fast as it is read, then does the rest. */
const flood = (stream: string, piece: string, bytes: number, then = ''): string =>
  `{ const piece = ${piece}; let left = ${Math.round(bytes)}; const go = () => { while (left > 0) { left -= piece.length; if (!${stream}.write(piece)) return ${stream}.once('drain', go); } ${then} }; go(); }`;

const BIG = 'Buffer.alloc(1 << 20, 120)';
const LINES = "Buffer.from('x'.repeat(1023).concat('\\n').repeat(1024))";
const TINY = "Buffer.from('y\\n'.repeat(1 << 16))";

interface Flood {
  readonly name: string;
  readonly script: (bytes: number) => string;
  /** Whether the handshake must come through. */
  readonly isHealthy: boolean;
}

/** Answers only when the flood is over, so that all of it must have been read. */
const first =
  (stream: string, piece: string) =>
  (bytes: number): string =>
    flood(stream, piece, bytes, `${stream}.write('\\n', () => { ${serverScript()} });`);

const FLOODS: readonly Flood[] = [
  {name: '1 GB on stderr', script: first('process.stderr', LINES), isHealthy: true},
  {name: '1 GB of noise on stdout', script: first('process.stdout', LINES), isHealthy: false},
  {name: 'one line of 1 GB', script: first('process.stdout', BIG), isHealthy: false},
  {name: 'a million tiny lines', script: () => first('process.stderr', TINY)(2e6), isHealthy: true},
  {
    name: '1 MB on stderr before the handshake',
    script: () =>
      serverScript(`for (let i = 0; i < 16; i++) require('fs').writeSync(2, Buffer.alloc(1 << 16, i % 2 ? 10 : 120))`),
    isHealthy: true,
  },
  {
    name: 'words after the end of input',
    script: (bytes) =>
      serverScript(
        '',
        `process.stdin.removeAllListeners('end'); process.stdin.on('end', () => ${flood('process.stderr', LINES, bytes / 4, 'process.exit(0)')})`,
      ),
    isHealthy: true,
  },
];

const LIMIT_MS = 20_000;

const check = (
  options: TrialOptions,
  world: AWorld,
): Promise<{readonly out: string; readonly peak: number; readonly ms: number}> =>
  new Promise((resolve) => {
    const from = Date.now();
    const child = spawn(
      process.execPath,
      [options.program, 'check', '--yes', '--json', '--timeout', String(LIMIT_MS)],
      {
        cwd: world.project,
        env: world.env,
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    let out = '';
    let peak = 0;
    child.stdout.on('data', (part) => {
      out += part;
    });
    const look = setInterval(() => {
      peak = Math.max(peak, peakMegabytes(child.pid ?? 0));
    }, 20);
    child.on('close', () => {
      clearInterval(look);
      resolve({out, peak, ms: Date.now() - from});
    });
  });

const measured = (options: TrialOptions, script: string) =>
  withFolder(async (dir) => {
    const world = aWorld(dir);
    world.write('home/.claude.json', {mcpServers: {notes: {command: process.execPath, args: ['-e', script]}}});
    return check(options, world);
  });

const run = async (options: TrialOptions): Promise<Outcome> => {
  const bytes = 1024 * 1024 * 1024 * Math.min(1, options.scale);
  const calm = await measured(options, serverScript());
  const wrong: string[] = [];
  const figures: string[] = [];
  for (const {name, script, isHealthy} of FLOODS) {
    const {out, peak, ms} = await measured(options, script(bytes));
    const grown = Math.round(peak - calm.peak);
    figures.push(`${name}: +${grown} MB, ${(ms / 1000).toFixed(1)} s`);
    if (grown > 64) wrong.push(`${name}: grew by ${grown} MB`);
    // The program's own start and the shutdown of the group are no part of the budget.
    if (ms > LIMIT_MS + 7500) wrong.push(`${name}: ${ms} ms`);
    const report: unknown = JSON.parse(out);
    const tools = /"tools": ?1\b/.test(JSON.stringify(report)) || /"tools":1\b/.test(out.replaceAll(/\s/g, ''));
    if (isHealthy && !tools) wrong.push(`${name}: the handshake did not come through`);
  }
  return {
    figures: `${figures.join('; ')} (a calm server: ${Math.round(calm.peak)} MB, ${calm.ms} ms)`,
    wrong: few(wrong),
  };
};

export const r24: Trial = {promise: 'R24', title: 'no amount of output stalls or swells us', run};
