import type {Capture} from '../../model/capture.ts';
import {printable} from '../../model/printable.ts';
import type {Redactor} from '../../model/redact.ts';

const PART = 64 * 1024;
const LINE = 8 * 1024;
const LF = 0x0a;
/** Left out at every cut, in characters: a secret that was cut in two is not known as one any longer. */
const STUMP = 256;

/** What a stream said, kept in a fixed amount of memory however much it says. */
export interface Ring {
  readonly push: (chunk: Buffer) => void;
  /** The kept text as it came; not redacted. */
  readonly text: () => string;
  readonly bytes: () => number;
  readonly capture: (redactor: Redactor) => Capture;
}

/** Keeps the first and the last 64 KB, and of each line the first 8 KB. */
export const createRing = (limits: {readonly part?: number; readonly line?: number} = {}): Ring => {
  const part = limits.part ?? PART;
  const lineLimit = limits.line ?? LINE;
  const head: Buffer[] = [];
  let headBytes = 0;
  // One piece of memory for the end, made when the beginning is full: a flood must not leave a gigabyte of garbage.
  let tail: Buffer | null = null;
  let tailBytes = 0;
  let total = 0;
  let dropped = 0;
  let lineBytes = 0;

  const keep = (bytes: Buffer): void => {
    const room = Math.min(part - headBytes, bytes.length);
    if (room > 0) {
      head.push(Buffer.from(bytes.subarray(0, room)));
      headBytes += room;
    }
    for (let from = Math.max(room, 0); from < bytes.length; from += part) keepLast(bytes.subarray(from, from + part));
  };

  const keepLast = (bytes: Buffer): void => {
    tail ??= Buffer.allocUnsafe(3 * part);
    if (tailBytes + bytes.length > tail.length) {
      tail.copyWithin(0, tailBytes - part, tailBytes);
      dropped += tailBytes - part;
      tailBytes = part;
    }
    bytes.copy(tail, tailBytes);
    tailBytes += bytes.length;
  };

  const push = (chunk: Buffer): void => {
    total += chunk.length;
    const step = Math.max(1, lineLimit >> 1);
    for (let from = 0; from < chunk.length; from += step) take(chunk.subarray(from, from + step));
  };

  const take = (chunk: Buffer): void => {
    // No line in it can become too long: kept as it is, without a look at each.
    if (lineBytes + chunk.length <= lineLimit) {
      keep(chunk);
      const lastEnd = chunk.lastIndexOf(LF);
      lineBytes = lastEnd < 0 ? lineBytes + chunk.length : chunk.length - lastEnd - 1;
      return;
    }
    let from = 0;
    while (from < chunk.length) {
      const lineEnd = chunk.indexOf(LF, from);
      const to = lineEnd < 0 ? chunk.length : lineEnd;
      const kept = Math.max(0, Math.min(to - from, lineLimit - lineBytes));
      if (kept > 0) keep(chunk.subarray(from, from + kept));
      dropped += to - from - kept;
      lineBytes += to - from;
      if (lineEnd < 0) return;
      keep(chunk.subarray(lineEnd, lineEnd + 1));
      lineBytes = 0;
      from = lineEnd + 1;
    }
  };

  const parts = (): {readonly head: string; readonly tail: string; readonly dropped: number} => {
    const joined = tail === null ? Buffer.alloc(0) : tail.subarray(0, tailBytes);
    const last = joined.subarray(Math.max(0, joined.length - part));
    const lost = dropped + joined.length - last.length;
    if (joined.length === last.length && lost === 0) {
      return {head: Buffer.concat([...head, last]).toString('utf8'), tail: '', dropped: 0};
    }
    return {head: Buffer.concat(head).toString('utf8'), tail: last.toString('utf8'), dropped: lost};
  };

  return {
    push,
    bytes: () => total,
    text: () => {
      const kept = parts();
      return kept.head + kept.tail;
    },
    capture: (redactor) => {
      const kept = parts();
      const isWhole = kept.dropped === 0;
      const safe = (text: string): string => printable(redactor.text(withoutStumps(text, lineLimit)));
      return {
        head: safe(isWhole ? kept.head : kept.head.slice(0, -STUMP)),
        tail: safe(isWhole ? kept.tail : kept.tail.slice(STUMP)),
        bytes: total,
        droppedBytes: kept.dropped,
      };
    },
  };
};

const withoutStumps = (text: string, lineLimit: number): string =>
  text
    .split('\n')
    .map((line) => (Buffer.byteLength(line) >= lineLimit ? `${line.slice(0, -STUMP)}…` : line))
    .join('\n');
