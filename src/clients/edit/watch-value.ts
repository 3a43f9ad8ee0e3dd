import {setTimeout as wait} from 'node:timers/promises';
import {readFileBounded} from '../../files/index.ts';
import {type Json, type KeyPath, valueAt} from '../../model/json.ts';
import {decode} from './decode.ts';
import {languageOf} from './language.ts';
import {isSame, type Operation, operationsBetween} from './operation.ts';
import type {Plan} from './plan-change.ts';

/** What became of a written value: it stands, the old one is back, something else stands there, or the file is gone. */
export type Held = 'stands' | 'put-back' | 'overwritten' | 'gone';

type Written = Pick<Plan, 'change' | 'bytesBefore' | 'bytesAfter' | 'format'>;

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

/** Milliseconds after a write at which a running client has been seen to write its own copy back. */
const MARKS: readonly number[] = [0, 2000, 10_000];

/**
 * Watches a written value at each mark, and ends with the first bad answer. `stands` after the last mark, or when told to
 * stop.
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
    const held = await valueNow(plan);
    if (held !== 'stands') return held;
  }
  return 'stands';
};

/** One sentence for a value that did not stay, with what to do; null where it stands. */
export const heldNote = (held: Held, file: string, clientName: string): string | null => {
  switch (held) {
    case 'stands':
      return null;
    case 'put-back':
      return `${clientName} seems to be running: the old value is back in ${file}. Quit ${clientName}, make the change again, then start it.`;
    case 'overwritten':
      return `Something else was written to the same place of ${file} since. Quit ${clientName}, look at the file, then choose again.`;
    case 'gone':
      return `${file} was removed since it was written. Look again at the set-up.`;
  }
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
