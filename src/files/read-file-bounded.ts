import {closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync} from 'node:fs';
import {errorCode, isAbsence} from './error-code.ts';

/** Five megabytes: more than any configuration file, and little enough to parse at once. */
export const DEFAULT_MAX_BYTES = 5 * 1024 * 1024;

const CHUNK = 64 * 1024;

export type ReadResult =
  | {
      readonly kind: 'bytes';
      readonly bytes: Buffer;
      /** The file behind all symbolic links. */
      readonly realPath: string;
      /** Permission bits, e.g. 0o644. */
      readonly mode: number;
      readonly mtimeMs: number;
    }
  /** Nothing is there, or a link that leads nowhere. */
  | {readonly kind: 'missing'}
  /** An errno word ('EACCES', 'EISDIR', 'ELOOP'), 'too-large', or 'not-a-file' (a pipe, a socket, a device). */
  | {readonly kind: 'unreadable'; readonly code: string};

/**
 * Reads a regular file of at most `maxBytes` (5 MB unless told). Never throws, never waits for a writer: a named pipe is
 * opened without blocking and seen for what it is.
 */
export const readFileBounded = async (path: string, limit: {readonly maxBytes?: number} = {}): Promise<ReadResult> => {
  let handle: number | undefined;
  try {
    // Most files that are asked for are not there: this makes no error, and it takes no thread a turn to say so.
    if (statSync(path, {throwIfNoEntry: false}) === undefined) return {kind: 'missing'};
    // O_NONBLOCK is missing on Windows, where opening a pipe does not block.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(handle);
    if (stat.isDirectory()) return {kind: 'unreadable', code: 'EISDIR'};
    if (!stat.isFile()) return {kind: 'unreadable', code: 'not-a-file'};
    const bytes = readUpTo(handle, stat.size, limit.maxBytes ?? DEFAULT_MAX_BYTES);
    if (bytes === null) return {kind: 'unreadable', code: 'too-large'};
    return {kind: 'bytes', bytes, realPath: realpathSync.native(path), mode: stat.mode & 0o7777, mtimeMs: stat.mtimeMs};
  } catch (error) {
    const code = errorCode(error);
    if (isAbsence(code)) return {kind: 'missing'};
    // Opening a socket answers ENXIO on Linux and EOPNOTSUPP on macOS.
    if (code === 'ENXIO' || code === 'EOPNOTSUPP') return {kind: 'unreadable', code: 'not-a-file'};
    return {kind: 'unreadable', code};
  } finally {
    // What was read was read; an error of closing tells nothing about it.
    if (handle !== undefined) closeSync(handle);
  }
};

/** All bytes, or null where there are more than `maxBytes`. The size is not relied on: files under /proc say 0. */
const readUpTo = (handle: number, expected: number, maxBytes: number): Buffer | null => {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const room = Math.min(CHUNK, Math.max(1024, expected - total + 1));
    const chunk = Buffer.allocUnsafe(Math.min(room, maxBytes + 1 - total));
    const bytesRead = readSync(handle, chunk, 0, chunk.length, null);
    if (bytesRead === 0) return Buffer.concat(chunks, total);
    total += bytesRead;
    if (total > maxBytes) return null;
    chunks.push(chunk.subarray(0, bytesRead));
  }
};
