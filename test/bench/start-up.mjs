// npm run bench [-- RUNS]: the speed of the built program, each run paired with one of bare node, and what was aimed at.
import fs from 'node:fs';
import path from 'node:path';
import {filesOfAllClients} from './files-of-all-clients.mjs';
import {timeUntilShown} from './first-frame.mjs';
import {bin, makeHome, paired, root, say, timeOf} from './measure.mjs';

const runs = Number(process.argv[2] ?? 15);
const practice = path.join(root, 'dist/servers/practice.mjs');
const small = makeHome({
  '.claude.json': JSON.stringify({mcpServers: {notes: {command: process.execPath, args: [practice]}}}),
});
const big = makeHome(filesOfAllClients(30));

const bare = () => timeOf(small, ['-e', '0']);
const start = (...args) => paired(runs, bare, () => timeOf(small, [bin, ...args]));

try {
  say('--version', await start('--version'), {ratio: 1.3});
  say('--help', await start('--help'), {ratio: 1.8});
  say('list of one server', await start('list'), {});
  const frame = await paired(
    runs,
    () => timeUntilShown(small, ['-e', 'process.stdout.write("notes")'], 'notes'),
    () => timeUntilShown(small, [bin], 'notes'),
  );
  say('first frame of the wizard', frame, {ratio: 7});
  say('check of one small server', await start('check', '--yes', '--json'), {ratio: 3.5});
  const list = await paired(
    runs,
    () => timeOf(big, [bin, '--help']),
    () => timeOf(big, [bin, 'list']),
  );
  say('list of 990 entries, 25 clients', list, {beyond: 200});
} finally {
  for (const home of [small, big]) fs.rmSync(home, {recursive: true, force: true});
}
