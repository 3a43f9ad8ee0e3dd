import {randomBytes} from 'node:crypto';
import {type FileHandle, open, readFile, unlink} from 'node:fs/promises';
import path from 'node:path';
import {printableLine} from '../model/printable.ts';
import {UserError} from '../model/user-error.ts';
import type {AttributeCopy} from './attribute-copy.ts';
import {sha256} from './sha256.ts';

export interface Ownership {
  /** Permission bits of the result. */
  readonly mode: number;
  /** Owner to be kept; null leaves the one who runs us. */
  readonly owner: {readonly uid: number; readonly gid: number} | null;
  /** Gives the new file what mode and owner do not say, before its bytes are written. */
  readonly likeOld?: (temp: string) => Promise<AttributeCopy>;
}

const CHUNK = 256 * 1024;

/** True for the name of a temporary file that we made beside `target`: a leftover of a killed run is known by it. */
export const isTempOf = (target: string, name: string): boolean =>
  name.startsWith(`.${path.basename(target)}.mcp-fix-`) && /\.mcp-fix-[0-9a-f]{12}\.tmp$/.test(name);

/**
 * Writes bytes to a new file beside `target` and answers its name. The bytes are on the disk and were read back when
 * this returns: a write that claims more than it wrote is no rarity on full disks. Leaves nothing behind on failure.
 */
export const writeTemp = async (target: string, bytes: Uint8Array, like: Ownership): Promise<string> => {
  const {mode, owner} = like;
  const name = `.${path.basename(target)}.mcp-fix-${randomBytes(6).toString('hex')}.tmp`;
  const temp = path.join(path.dirname(target), name);
  let handle: FileHandle | undefined;
  try {
    handle = await open(temp, 'wx', 0o600);
    // Before the bytes: with the mode of the old file and another group, others could read them for a moment.
    if (owner !== null) await keepOwner(handle, owner);
    await becomeLike(target, temp, handle, like);
    await writeAll(handle, bytes);
    // Only where it differs: some file systems (FAT, some that are mounted from afar) know no such call.
    if (((await handle.stat()).mode & 0o7777) !== mode) await handle.chmod(mode);
    await handle.sync();
    await handle.close();
    if (sha256(await readFile(temp)) !== sha256(bytes)) {
      throw Object.assign(new Error('what was written does not read back'), {code: 'EIO'});
    }
    return temp;
  } catch (error) {
    await handle?.close().catch(() => undefined);
    await unlink(temp).catch(() => undefined);
    throw error;
  }
};

const becomeLike = async (target: string, temp: string, handle: FileHandle, {likeOld}: Ownership): Promise<void> => {
  if (likeOld === undefined) return;
  const copy = await likeOld(temp);
  if (copy.kind === 'failed') {
    throw new UserError(
      `${target} was not changed: its access list or extended attributes could not be kept (${printableLine(copy.why)}). Change it by hand.`,
      3,
    );
  }
  // Some systems can only copy them together with the bytes.
  await handle.truncate(0);
};

const writeAll = async (handle: FileHandle, bytes: Uint8Array): Promise<void> => {
  let done = 0;
  while (done < bytes.length) {
    const {bytesWritten} = await handle.write(bytes, done, Math.min(CHUNK, bytes.length - done), done);
    if (bytesWritten === 0) throw Object.assign(new Error('no byte was written'), {code: 'ENOSPC'});
    done += bytesWritten;
  }
};

/** Only where it differs: an ordinary user may not give files away, and need not. */
const keepOwner = async (handle: FileHandle, owner: {readonly uid: number; readonly gid: number}): Promise<void> => {
  const now = await handle.stat();
  if (now.uid !== owner.uid || now.gid !== owner.gid) await handle.chown(owner.uid, owner.gid);
};
