import {Buffer} from 'node:buffer';
import esbuild from 'esbuild';

/** Loads a TypeScript module of the project, for the scripts of this folder: bundled in memory, nothing is written. */
export const loadSource = async (root, entry) => {
  const {outputFiles} = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    mainFields: ['module', 'main'],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
};
