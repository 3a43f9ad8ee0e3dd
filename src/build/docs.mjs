// Runs every generator of this folder: `npm run docs`, or with `--check` to see whether the generated docs are fresh.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const generators = fs.readdirSync(here).filter((name) => /^(docs-.*|failure-pages)\.mjs$/.test(name));
for (const name of generators) {
  const {status} = spawnSync(process.execPath, [path.join(here, name), ...process.argv.slice(2)], {stdio: 'inherit'});
  if (status !== 0) process.exitCode = 1;
}
