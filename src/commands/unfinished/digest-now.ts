import {digestOf, type Found} from '../../clients/index.ts';
import {readFileBounded, sha256} from '../../files/index.ts';
import type {Host} from '../../model/host.ts';
import {fileKey} from '../subject.ts';

/** What stands under this key now: of a server its entry, of a file its bytes. Null when it is not there. */
export const digestNow = async (host: Host, found: Found, key: string): Promise<string | null> => {
  const entry = found.entries.find((one) => one.key === key);
  if (entry !== undefined) return digestOf(entry, host);
  const file = found.files.find((one) => fileKey(one) === key);
  const read = file === undefined ? null : await readFileBounded(file.path);
  return read?.kind === 'bytes' ? sha256(read.bytes) : null;
};
