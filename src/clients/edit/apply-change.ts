import path from 'node:path';
import {
  backupFile,
  type CopyAttributes,
  dropEntry,
  errorCode,
  type JournalEntry,
  makePrivateFolder,
  openEntry,
  readSettled,
  realTarget,
  saveEntry,
  sha256,
  withLock,
  writeFileSafely,
} from '../../files/index.ts';
import type {Receipt} from '../../model/change.ts';
import type {Host} from '../../model/host.ts';
import {EXIT, UserError} from '../../model/user-error.ts';
import {newFileMode, type Plan} from './plan-change.ts';

export interface HandOptions {
  readonly host: Host;
  /** The data folder of mcp-fix; backups and the journal go there. */
  readonly dataDir: string;
  /** Keeps the access list and the extended attributes of a file that is written. */
  readonly copyAttributes?: CopyAttributes;
}

const TRIES = 3;

/**
 * Writes a planned change: under the file's lock, with the old bytes kept first, all or nothing. A file that was
 * written since the plan is read again; the change goes on only when it still looks the same to the person.
 * @throws UserError when the file is not ours to write, keeps moving, or differs from what was shown
 */
export const applyChange = async (plan: Plan, options: HandOptions): Promise<Receipt> => {
  const {file} = plan.change;
  if (plan.bytesBefore === null) await makeFolderFor(file);
  const target = await targetOf(file);
  return withLock(target, {now: options.host.now}, async () => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const current = await planNow(plan, options.host);
      const receipt = await write(current, options);
      if (receipt !== null) return receipt;
    }
    throw new UserError(
      `${file} was not changed: another program writes it again and again. Close the client that uses it, then try again.`,
      EXIT.unchecked,
    );
  });
};

/** The bytes as they are now, or null for a file that is not there. */
export const bytesNow = async (file: string, host: Host): Promise<Buffer | null> => {
  const read = await readSettled(file, host.now);
  if (read.kind === 'bytes') return read.bytes;
  if (read.kind === 'missing') return null;
  throw new UserError(`${file} cannot be read (${read.code}). Make it readable, then try again.`, EXIT.unchecked);
};

/** The real file behind links, as one sentence when there is none. */
export const targetOf = async (file: string): Promise<string> => {
  try {
    return await realTarget(file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `${file} cannot be reached (${errorCode(error)}). Check its folder, then try again.`,
      EXIT.unchecked,
    );
  }
};

const makeFolderFor = async (file: string): Promise<void> => {
  try {
    await makePrivateFolder(path.dirname(file));
  } catch (error) {
    throw new UserError(
      `The folder of ${file} cannot be made (${errorCode(error)}). Make it, then try again.`,
      EXIT.unchecked,
    );
  }
};

const planNow = async (plan: Plan, host: Host): Promise<Plan> => {
  const bytes = await bytesNow(plan.change.file, host);
  const isSame = bytes === null ? plan.bytesBefore === null : plan.bytesBefore?.equals(bytes) === true;
  if (isSame) return plan;
  const again = plan.again(bytes);
  if ('refused' in again) throw new UserError(again.refused, EXIT.unchecked);
  const changed = (lines: readonly string[]): string => lines.filter((line) => !line.startsWith(' ')).join('\n');
  if (changed(again.preview.diff) === changed(plan.preview.diff)) return again;
  throw new UserError(
    `${plan.change.file} was written since you looked, so nothing was changed. Look at the change again, then say yes.`,
    EXIT.unchecked,
  );
};

const write = async (plan: Plan, {host, dataDir, copyAttributes}: HandOptions): Promise<Receipt | null> => {
  const {file, path: keys} = plan.change;
  const bytes = {before: plan.bytesBefore, after: plan.bytesAfter};
  const entry = await keepBytes(() => openEntry(dataDir, {file, format: plan.format, path: keys}, bytes, host.now()));
  const options = {expected: entry.sha256Before, newMode: newFileMode(file, host), uid: host.uid, copyAttributes};
  try {
    const outcome = await writeFileSafely(file, plan.bytesAfter, options);
    if (outcome.kind === 'changed') {
      await dropEntry(dataDir, entry.id);
      return null;
    }
  } catch (error) {
    await dropEntry(dataDir, entry.id);
    throw error;
  }
  // The change stands and so does the way back: an entry that stays `intended` is known by the file's hash.
  await saveEntry(dataDir, {...entry, state: 'done'}).catch(() => undefined);
  return receiptOf(entry, dataDir);
};

/** Nothing is written to a person's file unless the way back stands on the disk. */
const keepBytes = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw new UserError(
      `The data folder of mcp-fix cannot be written (${errorCode(error)}), so no backup can be kept. Make room or set XDG_DATA_HOME to a folder of yours, then try again.`,
      EXIT.unchecked,
    );
  }
};

const receiptOf = (entry: JournalEntry, dataDir: string): Receipt => ({
  id: entry.id,
  file: entry.file,
  backup: backupFile(dataDir, entry.id, 'before'),
  sha256Before: entry.sha256Before ?? sha256(''),
  sha256After: entry.sha256After,
  at: entry.at,
});
