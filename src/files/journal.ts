import {randomBytes} from 'node:crypto';
import {unlink} from 'node:fs/promises';
import path from 'node:path';
import {isRecord, type KeyPath} from '../model/json.ts';
import {listFolder} from './list-folder.ts';
import {readFileBounded} from './read-file-bounded.ts';
import {sha256} from './sha256.ts';
import {sweepStore} from './sweep-store.ts';
import {writePrivateFile} from './write-private-file.ts';

/** One written change: no values, only hashes; the bytes stand in `<data>/backups/<id>.before` and `.after`. */
export interface JournalEntry {
  readonly schemaVersion: 1;
  readonly id: string;
  /** Grows by one with each change, so that a jumping clock does not change the order. */
  readonly order: number;
  readonly file: string;
  readonly format: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Null where the change makes the file. */
  readonly sha256Before: string | null;
  readonly sha256After: string;
  readonly path: KeyPath;
  /** `intended` stands on the disk before the first byte of the file changes. */
  readonly state: 'intended' | 'done' | 'undone';
}

const PER_FILE = 10;
const KEEP_MS = 30 * 24 * 60 * 60 * 1000;

const entryFile = (dataDir: string, id: string): string => path.join(dataDir, 'journal', `${id}.json`);
/** Where a change's bytes are kept. */
export const backupFile = (dataDir: string, id: string, which: 'before' | 'after'): string =>
  path.join(dataDir, 'backups', `${id}.${which}`);

/** Writes down a change before it is made, with the bytes to go back to. */
export const openEntry = async (
  dataDir: string,
  change: Pick<JournalEntry, 'file' | 'format' | 'path'>,
  bytes: {readonly before: Uint8Array | null; readonly after: Uint8Array},
  now: number,
): Promise<JournalEntry> => {
  const known = await listEntries(dataDir);
  const at = new Date(now).toISOString();
  const entry: JournalEntry = {
    schemaVersion: 1,
    id: `${at.replaceAll(/[-:.]/g, '').slice(0, 15)}-${randomBytes(4).toString('hex')}`,
    order: known.reduce((most, item) => Math.max(most, item.order), 0) + 1,
    ...change,
    at,
    sha256Before: bytes.before === null ? null : sha256(bytes.before),
    sha256After: sha256(bytes.after),
    state: 'intended',
  };
  try {
    await writePrivateFile(backupFile(dataDir, entry.id, 'before'), bytes.before ?? Buffer.alloc(0));
    await writePrivateFile(backupFile(dataDir, entry.id, 'after'), bytes.after);
    await saveEntry(dataDir, entry);
  } catch (error) {
    await dropEntry(dataDir, entry.id);
    throw error;
  }
  await rotate(dataDir, known, entry, now);
  await sweepStore(dataDir, now);
  return entry;
};

export const saveEntry = (dataDir: string, entry: JournalEntry): Promise<void> =>
  writePrivateFile(entryFile(dataDir, entry.id), `${JSON.stringify(entry, null, 2)}\n`);

/** A change that was never made leaves nothing behind. */
export const dropEntry = async (dataDir: string, id: string): Promise<void> => {
  await unlink(entryFile(dataDir, id)).catch(() => undefined);
  await Promise.all(
    (['before', 'after'] as const).map((which) => unlink(backupFile(dataDir, id, which)).catch(() => undefined)),
  );
};

/** All readable entries, oldest first. A damaged one is passed over: its backups stay until they are purged. */
export const listEntries = async (dataDir: string): Promise<readonly JournalEntry[]> => {
  const names = (await listFolder(path.join(dataDir, 'journal'))).filter((item) => item.name.endsWith('.json'));
  const read = await Promise.all(names.map((item) => readEntry(path.join(dataDir, 'journal', item.name))));
  return read.filter((entry) => entry !== null).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
};

const readEntry = async (file: string): Promise<JournalEntry | null> => {
  const read = await readFileBounded(file, {maxBytes: 64 * 1024});
  if (read.kind !== 'bytes') return null;
  try {
    const parsed: unknown = JSON.parse(read.bytes.toString('utf8'));
    return isEntry(parsed) ? parsed : null;
  } catch {
    // No JSON: damaged.
    return null;
  }
};

const isEntry = (value: unknown): value is JournalEntry =>
  isRecord(value) &&
  value['schemaVersion'] === 1 &&
  typeof value['id'] === 'string' &&
  /^[\w-]+$/.test(value['id']) &&
  typeof value['order'] === 'number' &&
  typeof value['file'] === 'string' &&
  typeof value['format'] === 'string' &&
  typeof value['at'] === 'string' &&
  (value['sha256Before'] === null || typeof value['sha256Before'] === 'string') &&
  typeof value['sha256After'] === 'string' &&
  Array.isArray(value['path']) &&
  ['intended', 'done', 'undone'].includes(String(value['state']));

/** Backups may hold secrets: the newest ten of a file are kept, for thirty days. */
const rotate = async (
  dataDir: string,
  known: readonly JournalEntry[],
  fresh: JournalEntry,
  now: number,
): Promise<void> => {
  const sameFile = known.filter((entry) => entry.file === fresh.file);
  const surplus = sameFile.slice(0, Math.max(0, sameFile.length + 1 - PER_FILE));
  const old = known.filter((entry) => now - Date.parse(entry.at) > KEEP_MS);
  const gone = new Set([...surplus, ...old].map((entry) => entry.id));
  await Promise.all([...gone].map((id) => dropEntry(dataDir, id)));
};
