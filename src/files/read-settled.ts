import {setTimeout as wait} from 'node:timers/promises';
import {type ReadResult, readFileBounded} from './read-file-bounded.ts';

const STEP_MS = 50;
/** A file that was written so shortly ago may not be whole yet; so often it is looked at whether it stays the same. */
const FRESH = {ms: 250, looks: 5};
/** An emptied file is waited for longer: on a busy machine its writer may not get its turn. */
const EMPTIED = {ms: 5000, looks: 24};

/**
 * `readFileBounded` for a file that is about to be changed. A program that writes in place empties the file first and
 * fills it then, and what we would put there in between would cost all that it held. So one that was just emptied is read
 * until something stands in it, for 1.2 seconds.
 * @param now the time of day in milliseconds, as the file system tells it too
 */
export const readFilled = async (path: string, now: () => number): Promise<ReadResult> => {
  let read = await readFileBounded(path);
  for (let looks = 0; looks < EMPTIED.looks && isEmpty(read) && isYoung(read, now(), EMPTIED.ms); looks += 1) {
    await wait(STEP_MS);
    read = await readFileBounded(path);
  }
  return read;
};

/** `readFilled` for the bytes that a change is made on: of a file that was just written, read until they stay the same. */
export const readSettled = async (path: string, now: () => number): Promise<ReadResult> => {
  let last = await readFilled(path, now);
  for (let looks = 0; looks < FRESH.looks && !isEmpty(last) && isYoung(last, now(), FRESH.ms); looks += 1) {
    await wait(STEP_MS);
    const next = await readFilled(path, now);
    const isSame = last.kind === 'bytes' && next.kind === 'bytes' && next.bytes.equals(last.bytes);
    last = next;
    if (isSame) break;
  }
  return last;
};

const isEmpty = (read: ReadResult): boolean => read.kind === 'bytes' && read.bytes.length === 0;

const isYoung = (read: ReadResult, nowMs: number, ms: number): boolean =>
  read.kind === 'bytes' && Math.abs(nowMs - read.mtimeMs) < ms;
