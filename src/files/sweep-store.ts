import {stat, unlink} from 'node:fs/promises';
import path from 'node:path';
import {listFolder} from './list-folder.ts';

/** A run that is at work is left alone for this long, in milliseconds. */
const GRACE_MS = 60_000;

/**
 * Clears from our data folder what a killed run left: half-written files, and kept bytes that no journal entry names
 * (they may hold secrets, and nothing else would ever remove them). Bytes of a damaged entry stay: its file is there.
 */
export const sweepStore = async (dataDir: string, now: number): Promise<void> => {
  const entries = new Set((await listFolder(path.join(dataDir, 'journal'))).map(({name}) => name));
  for (const folder of ['journal', 'backups', 'records', 'unfinished']) {
    for (const {name} of await listFolder(path.join(dataDir, folder))) {
      const id = folder === 'backups' ? /^([\w-]+)\.(?:before|after)$/.exec(name)?.[1] : undefined;
      const isHalf = /^\..+\.mcp-fix-[0-9a-f]{12}\.tmp$/.test(name);
      if (!isHalf && (id === undefined || entries.has(`${id}.json`))) continue;
      const file = path.join(dataDir, folder, name);
      const found = await stat(file).catch(() => null);
      if (found !== null && now - found.mtimeMs > GRACE_MS) await unlink(file).catch(() => undefined);
    }
  }
};
