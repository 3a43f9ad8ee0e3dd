import fs from 'node:fs';
import path from 'node:path';
import {applyChange, planChange} from '../../src/clients/edit/index.ts';
import {purge, writeNewFile} from '../../src/files/index.ts';
import {openApprovals, openPreferences, saveRecord} from '../../src/records/index.ts';
import {aHost} from './a-host.ts';
import {aRecord} from './a-record.ts';
import {few, type Outcome, type Trial, type TrialOptions, withFolder} from './trial.ts';

const modeOf = (file: string): string => (fs.statSync(file).mode & 0o7777).toString(8);

const filesBelow = (folder: string): readonly string[] =>
  fs.existsSync(folder)
    ? fs.readdirSync(folder, {withFileTypes: true}).flatMap((item) => {
        const full = path.join(folder, item.name);
        return item.isDirectory() ? [full, ...filesBelow(full)] : [full];
      })
    : [];

/** Everything that we make, under one umask; answers what has another mode than it should. */
const under = (umask: number): Promise<{readonly count: number; readonly wrong: readonly string[]}> =>
  withFolder(async (home) => {
    const wrong: string[] = [];
    let count = 0;
    const before = process.umask(umask);
    try {
      const host = aHost(home);
      const data = path.join(home, '.local/share/mcp-fix');
      for (const mode of [0o600, 0o640, 0o644, 0o664, 0o700]) {
        const file = path.join(home, `own-${mode.toString(8)}.json`);
        fs.writeFileSync(file, '{"mcpServers": {"a": {"command": "old"}}}\n');
        fs.chmodSync(file, mode);
        const plan = await planChange(
          {file, path: ['mcpServers', 'a', 'command'], edit: {kind: 'set', value: 'new'}, why: 'test'},
          {host},
        );
        if ('refused' in plan) throw new Error(plan.refused);
        await applyChange(plan, {host, dataDir: data});
        count += 1;
        if (modeOf(file) !== mode.toString(8))
          wrong.push(`umask ${umask.toString(8)}: ${mode.toString(8)} became ${modeOf(file)}`);
      }
      await saveRecord(data, aRecord('r1'));
      await (await openApprovals(host)).approve('a'.repeat(64), {name: 'n', client: 'c', file: 'f'});
      await (await openPreferences(host)).set('seen', true);
      await writeNewFile(path.join(home, 'export', 'mcp-fixes.md'), '# x\n');
      const ours = [
        ...filesBelow(data),
        ...filesBelow(path.join(home, '.config/mcp-fix')),
        ...filesBelow(path.join(home, 'export')),
      ];
      for (const file of ours) {
        count += 1;
        const wanted = fs.statSync(file).isDirectory() ? '700' : '600';
        if (modeOf(file) !== wanted)
          wrong.push(`umask ${umask.toString(8)}: ${path.relative(home, file)} is ${modeOf(file)}`);
      }
      await purge(host);
      const left = [...filesBelow(data), ...filesBelow(path.join(home, '.config/mcp-fix'))];
      if (left.length > 0) wrong.push(`purge leaves ${left.join(', ')}`);
    } finally {
      process.umask(before);
    }
    return {count, wrong};
  });

const run = async (_options: TrialOptions): Promise<Outcome> => {
  const seen = [];
  for (const umask of [0o000, 0o022, 0o077]) seen.push(await under(umask));
  const wrong = seen.flatMap((one) => one.wrong);
  const count = seen.reduce((sum, one) => sum + one.count, 0);
  return {
    figures: `${count - wrong.length} of ${count} files and folders have the right mode under umask 000, 022 and 077; purge leaves nothing`,
    wrong: few(wrong),
  };
};

export const r15: Trial = {promise: 'R15', title: 'what we make is readable by its owner alone', run};
