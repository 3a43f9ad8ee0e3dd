import {isRecord, type Json} from '../../model/json.ts';

/** One line of a client's log. */
export interface LogLine {
  /** Milliseconds since 1970; the time of the line before where it has none of its own. */
  readonly atMs: number | null;
  /** The line without its time, level and name. */
  readonly text: string;
  /** As it stands in the log. */
  readonly whole: string;
  readonly isError: boolean;
  /** It has a time of its own; others continue the line before, or are the server's own words. */
  readonly hasTime: boolean;
}

const TIME = /^\s*\[?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)\]?\s*/;
const LEVEL = /^\s*(?:\[(error|err|warn|warning|info|debug|trace|fatal)\]|(ERROR|WARN|INFO|DEBUG|TRACE|FATAL)\b:?)\s*/i;
const NAME = /^\[[^\]\n]{1,80}\]\s*/;

/** Lines of a text log. A time without a zone is that of the machine that wrote it. */
export const textLines = (text: string): readonly LogLine[] => {
  let last: number | null = null;
  return text.split(/\r?\n/).flatMap((whole): readonly LogLine[] => {
    if (whole.trim() === '') return [];
    const time = TIME.exec(whole);
    let rest = time === null ? whole : whole.slice(time[0].length);
    const own = time === null ? Number.NaN : Date.parse((time[1] ?? '').replace(' ', 'T').replace(',', '.'));
    if (!Number.isNaN(own)) last = own;
    let level = '';
    for (let round = 0; time !== null && round < 3; round += 1) {
      const found = LEVEL.exec(rest);
      if (found !== null) level = (found[1] ?? found[2] ?? '').toLowerCase();
      const prefix = found ?? NAME.exec(rest);
      if (prefix === null) break;
      rest = rest.slice(prefix[0].length);
    }
    const text = rest.replace(/\s*\{ metadata: [^{}]*(?:\{[^{}]*\}[^{}]*)?\}\s*$/, '').trimEnd();
    return [{atMs: last, text, whole, isError: /^(error|err|fatal)$/.test(level), hasTime: time !== null}];
  });
};

/** Lines of a log whose records are JSON: one a line, or all in one list. What is no record is left out. */
export const jsonLines = (text: string): readonly LogLine[] =>
  recordsIn(text).flatMap((record): readonly LogLine[] => {
    const said = record['error'] ?? record['warn'] ?? record['debug'] ?? record['info'] ?? record['message'];
    if (typeof said !== 'string') return [];
    const at = typeof record['timestamp'] === 'string' ? Date.parse(record['timestamp']) : Number.NaN;
    const line = {atMs: Number.isNaN(at) ? null : at, text: said, whole: said, hasTime: true};
    return [{...line, isError: record['error'] !== undefined}];
  });

const recordsIn = (text: string): readonly {readonly [key: string]: Json}[] => {
  const parse = (part: string): Json | undefined => {
    try {
      const value: Json = JSON.parse(part);
      return value;
    } catch {
      return undefined; // A line that was cut, or is being written just now.
    }
  };
  const whole = text.trimStart().startsWith('[') ? parse(text) : undefined;
  if (Array.isArray(whole)) return whole.filter(isRecord);
  return text.split('\n').flatMap((line) => {
    const value = line.trim() === '' ? undefined : parse(line.trim().replace(/,$/, ''));
    return isRecord(value) ? [value] : [];
  });
};
