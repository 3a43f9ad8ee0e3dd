import {constants} from 'node:fs';
import {type FileHandle, open} from 'node:fs/promises';

/** The end of a file, cut at a line's beginning. */
export interface Tail {
  readonly text: string;
  readonly mtimeMs: number;
}

/** The last `maxBytes` of a regular file; null where it cannot be read. Never throws, never waits for a writer. */
export const readTail = async (path: string, maxBytes = 256 * 1024): Promise<Tail | null> => {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const {size, mtimeMs, isFile} = await handle.stat().then((stat) => ({...stat, isFile: stat.isFile()}));
    if (!isFile) return null;
    const from = Math.max(0, size - maxBytes);
    const buffer = Buffer.alloc(Math.min(size, maxBytes));
    let filled = 0;
    while (filled < buffer.length) {
      const {bytesRead} = await handle.read(buffer, filled, buffer.length - filled, from + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    const text = buffer.subarray(0, filled).toString('utf8');
    return {text: from === 0 ? text : text.slice(text.indexOf('\n') + 1), mtimeMs};
  } catch {
    return null; // Not there, not ours to read, or gone while we read it: no log.
  } finally {
    await handle?.close().catch(() => undefined);
  }
};
