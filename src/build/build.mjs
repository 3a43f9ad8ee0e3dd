// Makes dist/: one bundled, code-split program, our own part of it unminified, without runtime dependencies. `npm ci` runs it (prepare).
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import esbuild from 'esbuild';
import {loadSource} from './bundle-one.mjs';
import {denseDependencies} from './dense-dependencies.mjs';
import {thirdPartyLicences} from './licences.mjs';
import {mergeChunks} from './merge-chunks.mjs';
import {requireBuiltins} from './require-builtins.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const shipped = path.join(root, 'dist');
/** Built beside and swapped in whole, so that a program that is starting never sees half a build. */
const dist = path.join(root, `.dist-${process.pid}`);

/** A replacement in one file of a dependency; the build fails when the words to replace are not there any more. */
const patch = (name, filter, from, to, isWanted = () => true) => ({
  name,
  setup(build) {
    build.onLoad({filter}, ({path: file}) => {
      if (!isWanted(path.relative(root, file).split(path.sep).join('/'))) return undefined;
      const text = fs.readFileSync(file, 'utf8');
      if (from !== null && !text.includes(from))
        throw new Error(`${name}: "${from}" is not in ${file}; look at the new version`);
      return {contents: from === null ? to : text.replaceAll(from, to), loader: 'js'};
    });
  },
});

const patches = [
  // Yoga loads its wasm through fetch('data:…'), which starts Node's whole HTTP client: 50 ms of the first frame.
  patch('yoga-loader', /yoga-wasm-base64-esm\.js$/, '"function"!=typeof fetch', '!0'),
  // Ink asks for the current folder as it loads, which throws where that folder has been deleted.
  patch(
    'no-cwd',
    /ink\/build\/components\/ErrorOverview\.js$/,
    "import { cwd } from 'node:process'",
    "const cwd = () => '/'",
  ),
  patch('no-cwd-either', /stack-utils\/index\.js$/, 'process.cwd()', "'/'"),
  // The pattern of all emoji takes 9 ms to make, and most screens hold none.
  patch(
    'emoji-when-there-is-one',
    /string-width\/index\.js$/,
    'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
    `let rgiEmoji;
const anyEmoji = /\\p{Emoji}/u;
const rgiEmojiRegex = {test: (text) => anyEmoji.test(text) && (rgiEmoji ??= /^\\p{RGI_Emoji}$/v).test(text)};`,
    // wrap-ansi brings an older one along, without it.
    (file) => !file.includes('wrap-ansi'),
  ),
  // React's developer tools are not shipped; with DEV=true Ink would look for them.
  patch('no-devtools', /ink\/build\/devtools\.js$/, null, 'export {}'),
  patch('never-dev', /ink\/build\/utils\.js$/, "process.env['DEV'] === 'true'", 'false'),
];

const {metafile} = await esbuild.build({
  absWorkingDir: root,
  entryPoints: {cli: 'src/commands/cli.ts', library: 'src/commands/library.ts'},
  outdir: dist,
  outExtension: {'.js': '.mjs'},
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  define: {'process.env.NODE_ENV': '"production"'},
  chunkNames: 'chunk-[name]-[hash]',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  plugins: patches,
});

// What starts most often: reading configurations, a look at one server, the first screen.
await mergeChunks(dist, metafile.outputs, [
  'src/commands/cli.ts',
  'src/commands/list.ts',
  'src/commands/check.ts',
  'src/commands/wizard.ts',
  'src/wizard/index.ts',
  'src/probes/investigate.ts',
  'src/diagnosis/index.ts',
]);
const made = fs.readdirSync(dist).map((name) => path.join(dist, name));
for (const file of made) fs.writeFileSync(file, denseDependencies(requireBuiltins(fs.readFileSync(file, 'utf8'))));

/** Files that ship as they are: the practice servers, and the types of the library. */
fs.cpSync(path.join(root, 'src/commands/demo/servers'), path.join(dist, 'servers'), {recursive: true});
fs.copyFileSync(path.join(root, 'src/commands/library.d.ts'), path.join(dist, 'library.d.ts'));
fs.writeFileSync(path.join(dist, 'THIRD-PARTY-LICENSES'), thirdPartyLicences(root, metafile));
const {CHECK_SCHEMA} = await loadSource(root, 'src/reports/check-schema.ts');
fs.writeFileSync(path.join(dist, 'check.schema.json'), `${JSON.stringify(CHECK_SCHEMA, null, 2)}\n`);
const {REQUEST_SCHEMA} = await loadSource(root, 'src/reports/request-schema.ts');
fs.writeFileSync(path.join(dist, 'request.schema.json'), `${JSON.stringify(REQUEST_SCHEMA, null, 2)}\n`);
// bin/ prints it without loading anything.
const {help} = await loadSource(root, 'src/commands/help.ts');
help({operands: []}, {out: (text) => fs.writeFileSync(path.join(dist, 'help.txt'), text)});
fs.rmSync(shipped, {recursive: true, force: true});
fs.renameSync(dist, shipped);
process.stdout.write(`dist/: ${made.length} files of code\n`);
