import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

/** The folder of the package: above dist/ when shipped, above src/commands/ in a clone. */
export const packageFolder = (): string => own().folder;

/** The version in package.json. */
export const ownVersion = (): string => own().version;

const own = (): {readonly folder: string; readonly version: string} => {
  const load = createRequire(import.meta.url);
  for (const above of ['..', '../..']) {
    const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), above);
    try {
      const manifest: unknown = load(path.join(folder, 'package.json'));
      if (
        typeof manifest === 'object' &&
        manifest !== null &&
        'name' in manifest &&
        manifest.name === 'mcp-fix' &&
        'version' in manifest
      ) {
        return {folder, version: String(manifest.version)};
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    }
  }
  throw new Error('package.json of mcp-fix is not where it was installed');
};
