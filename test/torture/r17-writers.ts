import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {applyChange, planChange} from '../../src/clients/edit/index.ts';
import {UserError} from '../../src/model/user-error.ts';
import {aHost} from './a-host.ts';
import {bundled} from './bundled.ts';
import {few, type Outcome, scaled, type Trial, type TrialOptions, until, withFolder} from './trial.ts';

interface Told {
  readonly made: number;
  readonly lost: number;
}

const START = '{\n  "counter": 0,\n  "mcpServers": {"notes": {"command": "node", "env": {"A": "0"}}}\n}\n';

/** Our edits while another program writes the same file as fast as it likes. */
const against = (
  writer: string,
  how: 'rename' | 'truncate',
  lock: 'lock' | 'none',
  edits: number,
): Promise<{
  readonly told: Told;
  readonly done: number;
  readonly said: number;
  readonly unparsable: number;
  readonly wrong: readonly string[];
}> =>
  withFolder(async (folder) => {
    const file = path.join(folder, 'servers.json');
    fs.writeFileSync(file, START);
    const host = aHost(folder);
    const child = spawn(process.execPath, [writer, file, how, lock], {stdio: ['pipe', 'pipe', 'inherit']});
    let text = '';
    child.stdout.on('data', (part) => {
      text += part;
    });
    await until(() => text.includes('up\n'), 5000);
    let unparsable = 0;
    const reader = setInterval(() => {
      try {
        JSON.parse(fs.readFileSync(file, 'utf8'));
      } catch {
        unparsable += 1;
      }
    }, 1);
    const wrong: string[] = [];
    let [done, said] = [0, 0];
    for (let index = 1; index <= edits; index += 1) {
      const change = {
        file,
        path: ['mcpServers', 'notes', 'env', 'A'],
        edit: {kind: 'set', value: String(index)},
        why: 'test',
      } as const;
      try {
        const plan = await planChange(change, {host});
        if ('refused' in plan) said += 1;
        else {
          await applyChange(plan, {host, dataDir: path.join(folder, 'data')});
          done += 1;
        }
      } catch (error) {
        if (error instanceof UserError) said += 1;
        else wrong.push(String(error));
      }
    }
    clearInterval(reader);
    child.stdin.end('stop\n');
    await until(() => text.includes('}'), 5000);
    await until(() => child.exitCode !== null, 2000);
    child.kill('SIGKILL');
    const told: Told = JSON.parse(text.split('\n')[1] ?? '{}');
    return {told, done, said, unparsable, wrong};
  });

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

const run = (options: TrialOptions): Promise<Outcome> =>
  withFolder(async (folder) => {
    const writer = await bundled(options.root, 'test/torture/programs/writer.ts', folder);
    const edits = scaled(500, options);
    const wrong: string[] = [];
    const figures: string[] = [];
    for (const [how, lock] of [
      ['rename', 'lock'],
      ['truncate', 'lock'],
      ['rename', 'none'],
      ['truncate', 'none'],
    ] as const) {
      const seen = await against(writer, how, lock, edits);
      const {made, lost} = seen.told;
      figures.push(
        `${how}${lock === 'lock' ? ' with lock' : ''}: ${made} foreign updates, ${lost} lost, ${seen.done} of ${edits} edits made and ${seen.said} told why not`,
      );
      wrong.push(...seen.wrong);
      if (lock === 'lock' && lost > 0) wrong.push(`${how} with lock: ${lost} updates lost`);
      if (lock === 'none' && lost > Math.max(1, made / 1000)) wrong.push(`${how}: ${lost} of ${made} updates lost`);
      // A foreign truncation can be seen half-done by any reader; a rename cannot, and ours is one.
      if (how === 'rename' && seen.unparsable > 0) wrong.push(`${how}: ${seen.unparsable} unparsable reads`);
      if (lock === 'lock' && how === 'rename' && seen.done < edits * 0.9)
        wrong.push(`${how} with lock: only ${seen.done} of ${edits} edits made`);
    }
    const held = await heldForEver();
    if (held !== null) wrong.push(`held lock: ${held}`);
    return {figures: figures.join('; '), wrong: few(wrong)};
  });

export const r17: Trial = {promise: 'R17', title: 'never over a version that was not read', run};
