// Makes dist/: one bundled, code-split, unminified program without runtime dependencies. `npm ci` runs it (prepare).
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import esbuild from 'esbuild';
import {loadSource} from './bundle-one.mjs';
import {thirdPartyLicences} from './licences.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const dist = path.join(root, 'dist');

/** A replacement in one file of a dependency; the build fails when the words to replace are not there any more. */
const patch = (name, filter, from, to) => ({
  name,
  setup(build) {
    build.onLoad({filter}, ({path: file}) => {
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
  // React's developer tools are not shipped; with DEV=true Ink would look for them.
  patch('no-devtools', /ink\/build\/devtools\.js$/, null, 'export {}'),
  patch('never-dev', /ink\/build\/utils\.js$/, "process.env['DEV'] === 'true'", 'false'),
];

fs.rmSync(dist, {recursive: true, force: true});
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
  banner: {
    js: "import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  chunkNames: 'chunk-[name]-[hash]',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  plugins: patches,
});

/** Files that a started program reads as they are: practice servers, the supervisor. */
const assets = ['src/commands/demo/servers', 'src/probes/process/supervisor.mjs'];
for (const asset of assets) {
  const from = path.join(root, asset);
  if (fs.existsSync(from)) fs.cpSync(from, path.join(dist, path.basename(asset)), {recursive: true});
}
fs.writeFileSync(path.join(dist, 'THIRD-PARTY-LICENSES'), thirdPartyLicences(root, metafile));
const {CHECK_SCHEMA} = await loadSource(root, 'src/reports/check-schema.ts');
fs.writeFileSync(path.join(dist, 'check.schema.json'), `${JSON.stringify(CHECK_SCHEMA, null, 2)}\n`);
const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
process.stdout.write(`dist/: ${Object.keys(metafile.outputs).length} files, ${Math.round(bytes / 1024)} KB\n`);
