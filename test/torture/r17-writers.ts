import fs from 'node:fs';
import path from 'node:path';
import {applyChange, planChange} from '../../src/clients/edit/index.ts';
import {UserError} from '../../src/model/user-error.ts';
import {aHost} from './a-host.ts';
import {bundled} from './bundled.ts';
import {type Against, type Fought, START} from './edits-against.ts';
import {few, inLanes, type Outcome, runToEnd, scaled, type Trial, type TrialOptions, withFolder} from './trial.ts';

/** Somebody who holds the lock and never lets go: we wait, and say who. */
const heldForEver = (): Promise<string | null> =>
  withFolder(async (folder) => {
    const file = path.join(folder, 'servers.json');
    fs.writeFileSync(file, START);
    const host = aHost(folder);
    const plan = await planChange(
      {file, path: ['mcpServers', 'notes', 'command'], edit: {kind: 'set', value: 'x'}, why: 'test'},
      {host},
    );
    if ('refused' in plan) return plan.refused;
    fs.writeFileSync(`${file}.lock`, '');
    const answer = await applyChange(plan, {host, dataDir: path.join(folder, 'data')}).then(
      () => 'written in spite of the lock',
      (error: unknown) =>
        error instanceof UserError && /Another program is writing/.test(error.message) ? null : String(error),
    );
    return fs.readFileSync(file, 'utf8') === START && fs.existsSync(`${file}.lock`)
      ? answer
      : 'the file or the lock was touched';
  });

const KINDS = [
  ['rename', 'lock'],
  ['truncate', 'lock'],
  ['rename', 'none'],
  ['truncate', 'none'],
] as const;

const wrongWith = ({how, lock, edits}: Against, seen: Fought): readonly string[] => {
  const {made, lost, done, unparsable} = seen;
  const wrong = [...seen.wrong];
  if (lock === 'lock' && lost > 0) wrong.push(`${how} with lock: ${lost} updates lost`);
  // One system call remains; a busy machine can stop us right before it.
  if (lock === 'none' && lost > Math.max(1, made / 100_000)) wrong.push(`${how}: ${lost} of ${made} updates lost`);
  // A foreign truncation can be seen half-done by any reader; a rename cannot, and ours is one.
  if (how === 'rename' && unparsable > 0) wrong.push(`${how}: ${unparsable} unparsable reads`);
  if (lock === 'lock' && how === 'rename' && done < edits * 0.9)
    wrong.push(`${how} with lock: only ${done} of ${edits} edits made`);
  return wrong;
};

const run = (options: TrialOptions): Promise<Outcome> =>
  withFolder(async (folder) => {
    const writer = await bundled(options.root, 'test/torture/programs/writer.ts', folder);
    const program = await bundled(options.root, 'test/torture/programs/edits-against.ts', folder);
    const wrong: string[] = [];
    const figures: string[] = [];
    await inLanes(KINDS, KINDS.length, async ([how, lock]) => {
      const against = {how, lock, updates: scaled(60_000, options), edits: scaled(500, options)};
      const argv = [process.execPath, program, writer, JSON.stringify(against)];
      const ran = await runToEnd(argv, {limitMs: 28 * 60_000});
      if (ran.code !== 0) return void wrong.push(`${how} with ${lock}: ended with ${ran.code} ${ran.err}`);
      const seen: Fought = JSON.parse(ran.out);
      figures.push(
        `${how}${lock === 'lock' ? ' with lock' : ''}: ${seen.made.toLocaleString('en')} foreign updates, ${seen.lost} lost, ${seen.done} of ${against.edits} edits made and ${seen.said} told why not`,
      );
      wrong.push(...wrongWith(against, seen));
    });
    const held = await heldForEver();
    if (held !== null) wrong.push(`held lock: ${held}`);
    return {figures: figures.sort().join('; '), wrong: few(wrong)};
  });

export const r17: Trial = {promise: 'R17', title: 'never over a version that was not read', run};
