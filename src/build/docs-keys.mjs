// Writes docs/keys.md from the key tables of the screens: the same tables that the footers come from.
// With --check it writes nothing, and fails when the file is out of date.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const target = path.join(root, 'docs/keys.md');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mcp-fix-keys-'));
try {
  const outfile = path.join(folder, 'keys.mjs');
  await esbuild.build({
    stdin: {contents: "export {keysPage} from './src/wizard/keys-page.ts';", resolveDir: root},
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  const {keysPage} = await import(pathToFileURL(outfile).href);
  const page = keysPage();
  if (!process.argv.includes('--check')) fs.writeFileSync(target, page);
  else if (!fs.existsSync(target) || fs.readFileSync(target, 'utf8') !== page) {
    process.stderr.write('docs/keys.md is out of date. Run: node src/build/docs-keys.mjs\n');
    process.exitCode = 1;
  }
} finally {
  fs.rmSync(folder, {recursive: true});
}
