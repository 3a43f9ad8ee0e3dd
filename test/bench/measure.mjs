// What the benches share: the built program, a clean environment, paired runs.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
export const bin = path.join(root, 'bin/mcp-fix.js');

/** A folder to be removed, as HOME, with these files in it. */
export const makeHome = (files) => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'mcp-fix-bench-'));
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(home, file)), {recursive: true});
    fs.writeFileSync(path.join(home, file), text);
  }
  return home;
};

/** An extra CA file slows every start of Node 20 by 50 ms and would drown the figures. */
export const envOf = (home) => {
  const {NODE_EXTRA_CA_CERTS: _slow, ...rest} = process.env;
  return {...rest, HOME: home, XDG_CONFIG_HOME: path.join(home, '.config')};
};

/** Milliseconds from the start of `node ARGS` to its end. */
export const timeOf = async (home, args) => {
  const from = process.hrtime.bigint();
  const {status, stderr} = spawnSync(process.execPath, args, {env: envOf(home), cwd: home, maxBuffer: 1e9});
  const ms = Number(process.hrtime.bigint() - from) / 1e6;
  if (status !== 0 && status !== 3) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return ms;
};

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Runs two things in turn; tells the best and the median of ours, and the medians of ratio and difference of the pairs. */
export const paired = async (runs, bare, ours) => {
  const pairs = [];
  for (let run = 0; run < runs; run += 1) pairs.push([await bare(), await ours()]);
  const all = pairs.map(([, one]) => one);
  return {
    best: Math.min(...all),
    median: median(all),
    ratio: median(pairs.map(([base, one]) => one / base)),
    beyond: median(pairs.map(([base, one]) => one - base)),
    leastBeyond: Math.min(...pairs.map(([base, one]) => one - base)),
  };
};

const ms = (number) => `${number.toFixed(0)} ms`;

/** One line of the result; a goal that was missed is said. */
export const say = (name, figures, goal) => {
  const [value, unit] = goal.beyond === undefined ? [figures.ratio, '×'] : [figures.beyond, ' ms'];
  const limit = goal.beyond ?? goal.ratio;
  const told =
    goal.beyond === undefined
      ? `${figures.ratio.toFixed(2)}× bare node`
      : `${ms(figures.leastBeyond)} beyond start-up at best, median ${ms(figures.beyond)}`;
  const verdict = limit === undefined ? '' : `, goal ${limit}${unit}: ${value <= limit ? 'met' : 'MISSED'}`;
  process.stdout.write(
    `${name.padEnd(34)} best ${ms(figures.best)}, median ${ms(figures.median)}, ${told}${verdict}\n`,
  );
};
