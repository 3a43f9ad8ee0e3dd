import path from 'node:path';
import {
  fileStatus,
  listFolder,
  readFileBounded,
  removePrivateFile,
  setAside,
  sha256,
  writePrivateFile,
} from '../../files/index.ts';
import {isRecord, type Json} from '../../model/json.ts';
import {isAlive, type Owner} from './owner.ts';

/** A repair as it stands in our store, one file each. */
export interface StoredRepair {
  readonly id: string;
  /** Of the server that is being mended. */
  readonly key: string;
  /** Of its entry when it was written: what the person saw then. */
  readonly digest: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Of the program that wrote it: another one may read its text differently. */
  readonly version: string;
  /** The file that was being written; null where none was. */
  readonly writes: string | null;
  readonly text: string;
  /** The run that wrote it; null in what an older release left. */
  readonly owner: Owner | null;
}

/** Of one repair: its evidence can hold 128 KB of a server's words. */
const MAX_BYTES = 4 * 1024 * 1024;
const TEXTS = ['key', 'digest', 'at', 'version', 'text'] as const;

const folderOf = (dataDir: string): string => path.join(dataDir, 'unfinished');
const fileOf = (dataDir: string, id: string): string => path.join(folderOf(dataDir), `${id}.json`);

/** One repair for each server: the newer takes the place of the older. */
export const repairId = (key: string): string => sha256(Buffer.from(key)).slice(0, 16);

/** Writes a repair (0600). @throws the system's error */
export const storeRepair = async (dataDir: string, repair: StoredRepair): Promise<void> => {
  const {id, ...rest} = repair;
  const kept = {schemaVersion: 1, ...rest, sha256: sha256(Buffer.from(repair.text))};
  const bytes = Buffer.from(`${JSON.stringify(kept)}\n`);
  if (bytes.length <= MAX_BYTES) await writePrivateFile(fileOf(dataDir, id), bytes);
};

/** Whether a run beside this one is in the middle of it: it is that run's to go on with, to keep and to drop. */
export const isElsewhere = ({owner}: StoredRepair, own: Owner): boolean =>
  owner !== null && owner.pid !== own.pid && isAlive(owner);

/** The same of what stands in the store under this name. */
export const isHeldElsewhere = async (dataDir: string, id: string, own: Owner): Promise<boolean> => {
  const stored = (await fileStatus(fileOf(dataDir, id))).exists ? await readOne(dataDir, id) : null;
  return stored !== null && isElsewhere(stored, own);
};

export const dropRepair = (dataDir: string, id: string): Promise<void> => removePrivateFile(fileOf(dataDir, id));

/** Every repair that reads, newest first. What is damaged is set aside; never throws. */
export const storedRepairs = async (dataDir: string): Promise<readonly StoredRepair[]> => {
  const names = (await listFolder(folderOf(dataDir))).map(({name}) => /^([0-9a-f]{16})\.json$/.exec(name)?.[1]);
  const read = await Promise.all(names.map((id) => (id === undefined ? null : readOne(dataDir, id))));
  return read.flatMap((one) => (one === null ? [] : [one])).sort((a, b) => (a.at < b.at ? 1 : -1));
};

const readOne = async (dataDir: string, id: string): Promise<StoredRepair | null> => {
  const file = fileOf(dataDir, id);
  const read = await readFileBounded(file, {maxBytes: MAX_BYTES});
  if (read.kind === 'missing') return null;
  const parsed = read.kind === 'bytes' ? parse(read.bytes.toString('utf8')) : null;
  const repair = parsed === null ? null : repairIn(parsed, id);
  if (repair === null) await setAside(file).catch(() => undefined);
  return repair;
};

const parse = (text: string): Json => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
};

/** The hash vouches for the depth of the text, which is not looked at again. */
const repairIn = (value: Json, id: string): StoredRepair | null => {
  if (!isRecord(value) || value['schemaVersion'] !== 1) return null;
  const [key, digest, at, version, text] = TEXTS.map((name) => value[name]);
  const {writes} = value;
  if (typeof key !== 'string' || typeof digest !== 'string' || typeof at !== 'string') return null;
  if (typeof version !== 'string' || typeof text !== 'string') return null;
  if (value['sha256'] !== sha256(Buffer.from(text))) return null;
  return {
    id,
    key,
    digest,
    at,
    version,
    text,
    writes: typeof writes === 'string' ? writes : null,
    owner: ownerIn(value['owner']),
  };
};

const ownerIn = (value: Json | undefined): Owner | null => {
  if (!isRecord(value)) return null;
  const {pid, startedAt} = value;
  // 0 and below would be a group of processes.
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1) return null;
  return {pid, startedAt: typeof startedAt === 'number' ? startedAt : null};
};
