import path from 'node:path';
import {build} from 'esbuild';

/** Bundles a TypeScript program of this folder into one file that Node can start; answers its path. */
export const bundled = async (root: string, entry: string, folder: string): Promise<string> => {
  const outfile = path.join(folder, `${path.basename(entry, '.ts')}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['esbuild', '@lydell/node-pty', 'conf'],
    banner: {js: "import {createRequire as __own} from 'node:module'; const require = __own(import.meta.url);"},
    logLevel: 'error',
  });
  return outfile;
};
