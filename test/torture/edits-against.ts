import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {applyChange, planChange} from '../../src/clients/edit/index.ts';
import {UserError} from '../../src/model/user-error.ts';
import {aHost} from './a-host.ts';
import {until, withFolder} from './trial.ts';

export interface Against {
  /** How the other program writes: by a rename, or in place; and whether it takes the lock first. */
  readonly how: 'rename' | 'truncate';
  readonly lock: 'lock' | 'none';
  /** How often it writes, and how many edits of ours are spread over that. */
  readonly updates: number;
  readonly edits: number;
}

export interface Fought {
  readonly made: number;
  readonly lost: number;
  readonly done: number;
  /** Edits that were not made, with a sentence why. */
  readonly said: number;
  readonly unparsable: number;
  readonly wrong: readonly string[];
}

export const START = '{\n  "counter": 0,\n  "mcpServers": {"notes": {"command": "node", "env": {"A": "0"}}}\n}\n';

/** Our edits while another program writes the same file as fast as it likes. */
export const editsAgainst = (writer: string, {how, lock, updates, edits}: Against): Promise<Fought> =>
  withFolder(async (folder) => {
    const file = path.join(folder, 'servers.json');
    fs.writeFileSync(file, START);
    const host = aHost(folder);
    const child = spawn(process.execPath, [writer, file, how, lock, String(updates)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (part) => {
      text += part;
    });
    await until(() => text.includes('up\n'), 15_000);
    let [unparsable, counter] = [0, 0];
    const reader = setInterval(() => {
      try {
        counter = JSON.parse(fs.readFileSync(file, 'utf8')).counter;
      } catch {
        unparsable += 1;
      }
    }, 1);
    const isOver = (): boolean => text.includes('}') || child.exitCode !== null;
    const wrong: string[] = [];
    let [done, said] = [0, 0];
    for (let index = 1; index <= edits && !isOver(); index += 1) {
      while (counter < ((index - 1) * updates) / edits && !isOver()) await wait(2);
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
    while (!isOver()) await wait(20);
    clearInterval(reader);
    await until(() => child.exitCode !== null, 2000);
    child.kill('SIGKILL');
    const told: {readonly made: number; readonly lost: number} = JSON.parse(text.split('\n')[1] ?? '{}');
    return {...told, done, said, unparsable, wrong};
  });
