import fs from 'node:fs';
import path from 'node:path';
import {applyChange, planChange, undoChange} from '../../src/clients/edit/index.ts';
import {listEntries, openEntry, saveEntry} from '../../src/files/index.ts';
import {UserError} from '../../src/model/user-error.ts';
import {aHost} from './a-host.ts';
import {below, pick, randomOf} from './trial.ts';

interface Made {
  readonly id: string;
  readonly key: string;
  readonly before: string;
  readonly after: string;
  /** How many changes were begun before it. */
  readonly order: number;
}

const KEYS = ['A', 'B', 'C', 'D'];
export const at = (key: string): readonly string[] => ['mcpServers', 'notes', 'env', key];
export const START = `{
  // the person's own words
  "mcpServers": {"notes": {"command": "node", "env": {"A": "1", "B": "2", "C": "3", "D": "4"}}},
  "foreign": 0
}
`;

const stringAt = (text: string, key: string): string => new RegExp(`"${key}": ("[^"]*")`).exec(text)?.[1] ?? '';
const foreignAt = (text: string): string => /"foreign": (\d+)/.exec(text)?.[1] ?? '';

/** One sequence of edits, undos, foreign edits, crashes and clock changes; answers what broke. */
export const sequence = async (
  folder: string,
  seed: number,
): Promise<{readonly steps: number; readonly wrong: string | null}> => {
  const random = randomOf(seed);
  const file = path.join(folder, 'servers.jsonc');
  const dataDir = path.join(folder, 'data');
  fs.writeFileSync(file, START);
  let shift = 0;
  let total = 0;
  const host = aHost(folder, {now: () => Date.now() + shift});
  const made: Made[] = [];
  const text = (): string => fs.readFileSync(file, 'utf8');
  const steps = 2 + below(random, 39);
  const log: string[] = [];

  const edit = async (): Promise<string | null> => {
    const key = pick(random, KEYS);
    const before = text();
    const change = {file, path: at(key), edit: {kind: 'set', value: `v${below(random, 1e6)}`}, why: 'test'} as const;
    const plan = await planChange(change, {host});
    if ('refused' in plan) return plan.refused.includes('says so already') ? null : plan.refused;
    const receipt = await applyChange(plan, {host, dataDir});
    if (!fs.readFileSync(file).equals(plan.bytesAfter)) return 'the file is not what was planned';
    made.push({id: receipt.id, key, before, after: text(), order: total});
    total += 1;
    return null;
  };

  const undo = async (which: Made): Promise<string | null> => {
    const before = text();
    const entry = (await listEntries(dataDir)).find((one) => one.id === which.id);
    // Ten are kept for each file, for thirty days of the clock as it is.
    if (entry === undefined) return total - which.order < 10 && !log.includes('clock') ? 'its entry is gone' : null;
    const outcome = await undoChange(which.id, {host, dataDir});
    const now = text();
    if (before === which.before) return now === before && outcome.kind === 'already-undone' ? null : 'undone twice';
    if (before === which.after)
      return now === which.before && outcome.kind === 'exact-bytes' ? null : 'not the exact bytes';
    if (outcome.kind === 'refused') return now === before ? null : 'refused, and changed';
    if (outcome.kind !== 'value-only') return `${outcome.kind} on a file that has moved on`;
    const isBack = stringAt(now, which.key) === stringAt(which.before, which.key);
    const others = KEYS.filter((key) => key !== which.key).every((key) => stringAt(now, key) === stringAt(before, key));
    return isBack && others && foreignAt(now) === foreignAt(before) ? null : 'more or less than our value went back';
  };

  const step = async (): Promise<string | null> => {
    const kind = pick(random, ['edit', 'edit', 'undo', 'latest', 'foreign', 'crash before', 'crash after', 'clock']);
    log.push(kind);
    const last = made.at(-1);
    if (kind === 'edit') return edit();
    if (kind === 'foreign') {
      fs.writeFileSync(file, text().replace(/"foreign": \d+/, `"foreign": ${below(random, 1e6)}`));
      return null;
    }
    if (kind === 'clock') {
      shift = pick(random, [-3e11, -5e8, 0, 5e8]);
      return null;
    }
    if (kind === 'crash before') {
      // Killed after the journal and before the file.
      const bytes = {before: fs.readFileSync(file), after: Buffer.from('never written')};
      total += 1;
      await openEntry(dataDir, {file, format: 'jsonc', path: at('A')}, bytes, host.now());
      return null;
    }
    if (kind === 'crash after') {
      // Killed after the file and before the journal said so.
      const trouble = await edit();
      const entry = (await listEntries(dataDir)).find((one) => one.id === made.at(-1)?.id);
      if (entry !== undefined) await saveEntry(dataDir, {...entry, state: 'intended'});
      return trouble;
    }
    if (last === undefined) return null;
    if (kind === 'undo') return undo(pick(random, made));
    if (text() !== last.after) return null;
    const entry = (await listEntries(dataDir)).find((one) => one.id === last.id);
    if (entry === undefined || entry.state === 'undone') return null;
    const outcome = await undoChange('latest', {host, dataDir});
    return outcome.id === last.id && text() === last.before ? null : 'the latest change did not go back';
  };

  for (let index = 0; index < steps; index += 1) {
    const trouble = await step().catch((error: unknown) =>
      error instanceof UserError ? `a sentence where none was due: ${error.message}` : `it crashed: ${String(error)}`,
    );
    if (trouble !== null) return {steps: index, wrong: `seed ${seed}, ${log.join(', ')}: ${trouble}`};
  }
  return {steps, wrong: null};
};
