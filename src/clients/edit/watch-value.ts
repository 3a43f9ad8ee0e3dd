import {setTimeout as wait} from 'node:timers/promises';
import {readFileBounded} from '../../files/index.ts';
import {type Json, type KeyPath, valueAt} from '../../model/json.ts';
import {decode} from './decode.ts';
import type {Held} from './held-note.ts';
import {languageOf} from './language-of.ts';
import {isSame, type Operation, operationsBetween} from './operation.ts';
import type {Plan} from './plan-change.ts';

/** What was written, of a plan or of the journal. */
export interface Written extends Pick<Plan, 'bytesBefore' | 'bytesAfter' | 'format'> {
  readonly change: Pick<Plan['change'], 'file'>;
}

/** Looks once whether what a plan wrote still stands in its file. What else changed there does not count. */
export const valueNow = async (plan: Written): Promise<Held> => {
  const read = await readFileBounded(plan.change.file);
  if (read.kind === 'missing') return 'gone';
  // A file that cannot be read just now is being written; the next look tells.
  if (read.kind === 'unreadable' || read.bytes.equals(plan.bytesAfter)) return 'stands';
  if (plan.bytesBefore !== null && read.bytes.equals(plan.bytesBefore)) return 'put-back';
  const [before, after, now] = [plan.bytesBefore ?? Buffer.alloc(0), plan.bytesAfter, read.bytes].map((bytes) =>
    dataOf(bytes, plan),
  );
  // Half-written or broken by another hand: nothing can be said of one value.
  if (now === undefined || after === undefined) return 'stands';
  if (before === undefined) return 'stands';
  const touched = operationsBetween(before, after).flatMap(touchedBy);
  const isLike = (other: Json): boolean => touched.every((path) => isSame(valueAt(now, path), valueAt(other, path)));
  if (isLike(after)) return 'stands';
  return isLike(before) ? 'put-back' : 'overwritten';
};

/** A running client has been seen to write its own copy back up to ten seconds later; a look costs little. */
const MARKS: readonly number[] = Array.from({length: 25}, (_, half) => half * 500);

/** A writer removes a file and makes it again, or writes it in two pieces: a bad answer counts when it stays for all these. */
const LOOKS_AGAIN_MS: readonly number[] = [60, 110, 190];

/**
 * Watches a written value at each mark, and ends with the first bad answer that lasts. `stands` after the last mark, or
 * when told to stop.
 */
export const watchValue = async (
  plan: Written,
  options: {readonly signal: AbortSignal; readonly marksMs?: readonly number[]},
): Promise<Held> => {
  let waited = 0;
  for (const mark of options.marksMs ?? MARKS) {
    // A process that has nothing else to do need not stay for this.
    await wait(mark - waited, undefined, {signal: options.signal, ref: false}).catch(() => undefined);
    waited = mark;
    if (options.signal.aborted) return 'stands';
    const held = await lasting(plan);
    if (held !== 'stands') return held;
  }
  return 'stands';
};

/** Looks every second until told to stop (`stands` then), or until the value does not stand any more. */
export const followValue = async (
  plan: Written,
  options: {readonly signal: AbortSignal; readonly everyMs?: number},
): Promise<Held> => {
  while (!options.signal.aborted) {
    const held = await lasting(plan);
    if (held !== 'stands') return held;
    await wait(options.everyMs ?? EVERY_MS, undefined, {signal: options.signal, ref: false}).catch(() => undefined);
  }
  return 'stands';
};

const EVERY_MS = 1000;

const lasting = async (plan: Written): Promise<Held> => {
  let held = await valueNow(plan);
  for (const ms of LOOKS_AGAIN_MS) {
    if (held === 'stands') break;
    await wait(ms, undefined, {ref: false});
    held = await valueNow(plan);
  }
  return held;
};

const dataOf = (bytes: Buffer, {format}: Written): Json | undefined => {
  const decoded = decode(bytes);
  const parsed = decoded === null ? undefined : languageOf(format).parse(decoded.text);
  return parsed !== undefined && 'value' in parsed ? parsed.value : undefined;
};

/** Places whose value an operation decides. */
const touchedBy = (operation: Operation): readonly KeyPath[] => {
  switch (operation.kind) {
    case 'add':
      return [[...operation.path, operation.key]];
    case 'rekey':
      return [operation.path, [...operation.path.slice(0, -1), operation.to]];
    case 'insert':
      return [operation.path];
    case 'wrap':
      return [[]];
    default:
      return [operation.path];
  }
};
