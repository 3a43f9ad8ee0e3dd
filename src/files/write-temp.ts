import {randomBytes} from 'node:crypto';
import {type FileHandle, open, readFile, unlink} from 'node:fs/promises';
import path from 'node:path';
import {sha256} from './sha256.ts';

export interface Ownership {
  /** Permission bits of the result. */
  readonly mode: number;
  /** Owner to be kept; null leaves the one who runs us. */
  readonly owner: {readonly uid: number; readonly gid: number} | null;
}

const CHUNK = 256 * 1024;

/** True for the name of a temporary file that we made beside `target`: a leftover of a killed run is known by it. */
export const isTempOf = (target: string, name: string): boolean =>
  name.startsWith(`.${path.basename(target)}.mcp-fix-`) && /\.mcp-fix-[0-9a-f]{12}\.tmp$/.test(name);

/**
 * Writes bytes to a new file beside `target` and answers its name. The bytes are on the disk and were read back when
 * this returns: a write that claims more than it wrote is no rarity on full disks. Leaves nothing behind on failure.
 */
export const writeTemp = async (target: string, bytes: Uint8Array, {mode, owner}: Ownership): Promise<string> => {
  const name = `.${path.basename(target)}.mcp-fix-${randomBytes(6).toString('hex')}.tmp`;
  const temp = path.join(path.dirname(target), name);
  let handle: FileHandle | undefined;
  try {
    handle = await open(temp, 'wx', 0o600);
    await writeAll(handle, bytes);
    if (owner !== null) await keepOwner(handle, owner);
    await handle.chmod(mode);
    await handle.sync();
    await handle.close();
    handle = undefined;
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
