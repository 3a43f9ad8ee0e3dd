import {execFile} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import type {RemoteSetup} from './http-entry.ts';
import {OUR_VERSION} from './http-version.ts';

/**
 * The same investigation in a Node of its own, for what Node reads only as it starts (NODE_EXTRA_CA_CERTS).
 * @returns the sections, as plain JSON
 */
export const probeInChild = async (setup: RemoteSetup, env: Readonly<Record<string, string>>): Promise<unknown> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'mcp-fix-child-'));
  try {
    const file = path.join(folder, 'probe.mjs');
    const source = `import {probe} from './http-entry.ts'; console.log(JSON.stringify(await probe(JSON.parse(process.argv[2]))));`;
    await build({
      stdin: {contents: source, resolveDir: import.meta.dirname, loader: 'ts'},
      outfile: file,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'silent',
    });
    const {stdout} = await promisify(execFile)(process.execPath, [file, JSON.stringify(setup)], {
      env: {PATH: process.env['PATH'] ?? '', PROBE_TEST_VERSION: OUR_VERSION, ...env},
    });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, {recursive: true});
  }
};
