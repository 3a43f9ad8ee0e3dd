import path from 'node:path';
import {errorCode, listFolder, readFileBounded, setAside, writePrivateFile} from '../files/index.ts';
import {isRecord} from '../model/json.ts';
import type {FixRecord} from '../model/record.ts';
import {EXIT, UserError} from '../model/user-error.ts';

const MAX_BYTES = 1024 * 1024;
const folderOf = (dataDir: string): string => path.join(dataDir, 'records');
const isName = (id: string): boolean => /^[\w-]{1,80}$/.test(id);

/**
 * Writes a record, one file each (0600), so that two runs at once lose none.
 * @throws UserError when the data folder cannot be written
 */
export const saveRecord = async (dataDir: string, record: FixRecord): Promise<void> => {
  const file = path.join(folderOf(dataDir), `${record.id}.json`);
  try {
    await writePrivateFile(file, `${JSON.stringify(record, null, 2)}\n`);
  } catch (error) {
    throw new UserError(
      `The record cannot be saved in ${folderOf(dataDir)} (${errorCode(error)}). Make room or set XDG_DATA_HOME to a folder of yours, then try again.`,
      EXIT.unchecked,
    );
  }
};

/** What the store holds: records, newest first, and the files that could not be read and were set aside. */
export interface Shelf {
  readonly records: readonly FixRecord[];
  /** Under their new names; told once, because the next look does not find them any more. */
  readonly damaged: readonly string[];
}

/** Reads all records. Never throws: what is damaged is renamed and told, what is newer than us is passed over. */
export const readShelf = async (dataDir: string): Promise<Shelf> => {
  const folder = folderOf(dataDir);
  const names = (await listFolder(folder)).map(({name}) => name).filter((name) => name.endsWith('.json'));
  const read = await Promise.all(names.map((name) => readOne(path.join(folder, name))));
  const records = read.flatMap((one) => ('record' in one ? [one.record] : []));
  return {
    records: records.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1)),
    damaged: read.flatMap((one) => ('damaged' in one ? [one.damaged] : [])),
  };
};

/** All readable records, newest first. */
export const listRecords = async (dataDir: string): Promise<readonly FixRecord[]> => (await readShelf(dataDir)).records;

/** The record of that id, or of the only id that begins so; null where there is none. */
export const getRecord = async (dataDir: string, id: string): Promise<FixRecord | null> => {
  if (!isName(id)) return null;
  const records = await listRecords(dataDir);
  const exact = records.find((record) => record.id === id);
  const begun = records.filter((record) => record.id.startsWith(id));
  return exact ?? (begun.length === 1 ? (begun[0] ?? null) : null);
};

type ReadOne = {readonly record: FixRecord} | {readonly damaged: string} | {readonly passed: true};

const readOne = async (file: string): Promise<ReadOne> => {
  const read = await readFileBounded(file, {maxBytes: MAX_BYTES});
  if (read.kind === 'missing') return {passed: true};
  const parsed = read.kind === 'bytes' ? parse(read.bytes.toString('utf8')) : undefined;
  if (isRecord(parsed) && typeof parsed['schemaVersion'] === 'number' && parsed['schemaVersion'] > 1)
    return {passed: true};
  if (isFixRecord(parsed)) return {record: parsed};
  try {
    return {damaged: await setAside(file)};
  } catch (error) {
    // A store that may only be read is told as it stands.
    return {damaged: `${file} (${errorCode(error)})`};
  }
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
};

const hasTexts = (value: unknown, names: readonly string[]): boolean =>
  isRecord(value) && names.every((name) => typeof value[name] === 'string');

const isLines = (value: unknown): boolean => Array.isArray(value) && value.every((line) => typeof line === 'string');

/** Everything that the markdown and the screens lean on. */
const isFixRecord = (value: unknown): value is FixRecord =>
  isRecord(value) &&
  value['schemaVersion'] === 1 &&
  hasTexts(value, ['id', 'at', 'title', 'note', 'before', 'after', 'howToCheck', 'fingerprint']) &&
  isName(String(value['id'])) &&
  isLines(value['tags']) &&
  hasTexts(value['server'], ['name', 'client', 'clientName', 'scope', 'file', 'transport']) &&
  hasTexts(value['error'], ['text', 'source', 'trigger']) &&
  hasTexts(value['failure'], ['id', 'class', 'step', 'title', 'cause']) &&
  isRecord(value['failure']) &&
  Array.isArray(value['failure']['evidence']) &&
  value['failure']['evidence'].every((line) => hasTexts(line, ['label', 'text'])) &&
  hasTexts(value['change'], ['title', 'kind']) &&
  isRecord(value['change']) &&
  isLines(value['change']['diff']) &&
  (value['change']['command'] === null || isLines(value['change']['command'])) &&
  hasTexts(value['proof'], ['outcome', 'by']) &&
  hasTexts(value['environment'], ['mcpFix', 'os', 'node']);
