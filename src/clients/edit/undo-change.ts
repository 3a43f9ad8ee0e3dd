import {
  backupFile,
  type JournalEntry,
  listEntries,
  readFileBounded,
  removeFileSafely,
  saveEntry,
  sha256,
  withLock,
  writeFileSafely,
} from '../../files/index.ts';
import {isRecord, type Json, type KeyPath, valueAt} from '../../model/json.ts';
import type {FileFormat} from '../../model/server.ts';
import {EXIT, UserError} from '../../model/user-error.ts';
import {bytesNow, type HandOptions, targetOf} from './apply-change.ts';
import {applyEdit, type ValueEdit} from './apply-edit.ts';
import {decode, encode} from './decode.ts';
import {languageOf} from './language-of.ts';
import {isSame, type Operation, operationsBetween} from './operation.ts';
import {perform} from './recompose.ts';

/**
 * What undo did. `value-only`: the file was written since, and only our value went back. `refused`: the same place was
 * changed by somebody else since, and the file is as it was.
 */
export interface UndoOutcome {
  readonly id: string;
  readonly file: string;
  readonly kind: 'exact-bytes' | 'value-only' | 'already-undone' | 'file-removed' | 'refused';
  readonly note: string;
}

/**
 * Puts the old bytes back. A file that has moved on keeps everything but our value.
 * @param which a receipt's id, or 'latest' for the newest change that is not undone yet
 * @throws UserError when there is no such change, or its value was changed by somebody else since
 */
export const undoChange = async (which: string | 'latest', options: HandOptions): Promise<UndoOutcome> => {
  const entries = await listEntries(options.dataDir);
  const wanted = which === 'latest' ? await latest(entries) : entries.find((entry) => entry.id === which);
  if (wanted === undefined) {
    const what = which === 'latest' ? 'There is no change to undo.' : `There is no change with the id ${which}.`;
    throw new UserError(`${what} "mcp-fix log list" shows what was changed.`, EXIT.usage);
  }
  const target = await targetOf(wanted.file);
  return withLock(target, {now: options.host.now}, () => undo(wanted, options));
};

/** Changes that were really made: one that was only intended when a run died shows it in the file's bytes. */
const latest = async (entries: readonly JournalEntry[]): Promise<JournalEntry | undefined> => {
  for (const entry of entries.toReversed()) {
    if (entry.state === 'done') return entry;
    if (entry.state === 'undone') continue;
    const read = await readFileBounded(entry.file);
    if (read.kind === 'bytes' && sha256(read.bytes) === entry.sha256After) return entry;
  }
  return undefined;
};

const undo = async (entry: JournalEntry, {host, dataDir, copyAttributes}: HandOptions): Promise<UndoOutcome> => {
  const outcome = (kind: UndoOutcome['kind'], note: string): UndoOutcome => ({
    id: entry.id,
    file: entry.file,
    kind,
    note,
  });
  const now = await bytesNow(entry.file, host);
  const hash = now === null ? null : sha256(now);
  // The file has its bytes back by then; a journal that cannot say so makes the next undo answer `already-undone`.
  const close = (): Promise<void> => saveEntry(dataDir, {...entry, state: 'undone'}).catch(() => undefined);
  if (hash === entry.sha256Before) {
    await close();
    return outcome('already-undone', 'The file is as it was before the change.');
  }
  if (now === null || hash === null) {
    throw new UserError(
      `${entry.file} is gone. Its old bytes are kept in ${backupFile(dataDir, entry.id, 'before')}.`,
      EXIT.unchecked,
    );
  }
  const isOurs = hash === entry.sha256After;
  if (isOurs && entry.sha256Before === null) {
    await removeFileSafely(entry.file, hash);
    await close();
    return outcome('file-removed', 'The change had made this file; it is removed again.');
  }
  const before = await kept(entry, dataDir, 'before');
  const bytes = isOurs ? before : withoutOurs(entry, before, await kept(entry, dataDir, 'after'), now);
  if (bytes === null) {
    const backup = backupFile(dataDir, entry.id, 'before');
    return outcome(
      'refused',
      `${entry.file} was changed at the same place since, so nothing was undone. The old bytes are in ${backup}; take from there what you need.`,
    );
  }
  const options = {expected: hash, newMode: 0o600, uid: host.uid, copyAttributes};
  const written = await writeFileSafely(entry.file, bytes, options);
  if (written.kind === 'changed') {
    throw new UserError(
      `${entry.file} was written in this very moment, so nothing was undone. Try again.`,
      EXIT.unchecked,
    );
  }
  await close();
  return isOurs
    ? outcome('exact-bytes', 'The file has exactly its old bytes again.')
    : outcome('value-only', 'The file was written since; only the changed value was put back, everything else stays.');
};

/** The kept bytes, trusted only with the right hash. */
const kept = async (entry: JournalEntry, dataDir: string, which: 'before' | 'after'): Promise<Buffer> => {
  const file = backupFile(dataDir, entry.id, which);
  const read = await readFileBounded(file);
  const expected = which === 'after' ? entry.sha256After : (entry.sha256Before ?? sha256(''));
  if (read.kind === 'bytes' && sha256(read.bytes) === expected) return read.bytes;
  throw new UserError(
    `The backup ${file} is missing or damaged, so nothing was undone. Change ${entry.file} by hand.`,
    EXIT.unchecked,
  );
};

const isFormat = (format: string): format is FileFormat => ['json', 'jsonc', 'toml', 'yaml'].includes(format);

/** The present text with our change taken back, where what we wrote still stands. */
const withoutOurs = (entry: JournalEntry, before: Buffer, after: Buffer, now: Buffer): Buffer | null => {
  const language = languageOf(isFormat(entry.format) ? entry.format : 'jsonc');
  const [old, ours, present] = [before, after, now].map((bytes) => decode(bytes));
  const data = [old, ours, present].map((decoded) => {
    const parsed = decoded === null || decoded === undefined ? undefined : language.parse(decoded.text);
    return parsed !== undefined && 'value' in parsed ? parsed.value : undefined;
  });
  const goal =
    data[0] !== undefined && data[1] !== undefined && data[2] !== undefined ? merged(data[0], data[1], data[2]) : null;
  const isUtf8 = present?.encoding === 'utf-8' || present?.encoding === 'utf-8-bom';
  if (goal === null || data[2] === undefined || !present || !isUtf8) return null;
  const outcome = perform(language, present.text, operationsBetween(data[2], goal), goal);
  if ('refused' in outcome) return null;
  return encode(outcome.text, present.encoding === 'utf-8-bom' ? 'utf-8-bom' : 'utf-8');
};

/** The present data with the way from `ours` back to `old` gone; null where a place does not hold what we wrote. */
const merged = (old: Json, ours: Json, present: Json): Json | null => {
  let mine = ours;
  let theirs = present;
  for (const operation of operationsBetween(ours, old)) {
    if (!isStillOurs(operation, mine, theirs)) return null;
    const [next, result] = [performedOn(mine, operation), performedOn(theirs, operation)];
    if (next === null || result === null) return null;
    mine = next;
    theirs = result;
  }
  return theirs;
};

const isStillOurs = (operation: Operation, ours: Json, present: Json): boolean => {
  if (operation.kind === 'wrap') return false;
  const {path} = operation;
  const holds = (place: KeyPath): boolean => isSame(valueAt(present, place), valueAt(ours, place));
  // An index means the same item only in the same list.
  const lists = path.flatMap((key, i): KeyPath[] => (typeof key === 'number' ? [path.slice(0, i)] : []));
  if (!lists.every(holds)) return false;
  if (operation.kind === 'add') {
    return isRecord(valueAt(present, path)) && valueAt(present, [...path, operation.key]) === undefined;
  }
  if (operation.kind === 'rekey') return valueAt(present, path) !== undefined;
  return holds(path);
};

const performedOn = (root: Json, operation: Operation): Json | null => {
  const edited = applyEdit(root, ...editOf(operation));
  return 'value' in edited ? edited.value : null;
};

const editOf = (operation: Operation): [KeyPath, ValueEdit] => {
  switch (operation.kind) {
    case 'replace':
      return [operation.path, {kind: 'set', value: operation.value}];
    case 'add':
      return [[...operation.path, operation.key], {kind: 'set', value: operation.value}];
    case 'drop':
      return [operation.path, {kind: 'remove'}];
    case 'rekey':
      return [operation.path, {kind: 'rename', to: operation.to}];
    case 'insert':
      return [operation.path, {kind: 'insert', index: operation.index, value: operation.value}];
    case 'wrap':
      return [[], {kind: 'move', to: operation.keys}];
  }
};
