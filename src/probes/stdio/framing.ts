import {isRecord, type Json} from '../../model/json.ts';

/** One thing that stood on standard output. */
export type Piece =
  /** `value` is what a client reads from the line. `glued` is text that stood on the same line as the message. */
  | {readonly kind: 'message'; readonly value: Json; readonly text: string; readonly glued: string | null}
  | {readonly kind: 'noise'; readonly text: string}
  | {readonly kind: 'odd'; readonly oddity: FramingOddity; readonly sample: string; readonly value: Json | null};

export type FramingOddity =
  | 'content-length'
  | 'several-lines'
  | 'bom'
  | 'python-repr'
  | 'carriage-return'
  | 'no-newline'
  | 'not-utf8'
  | 'nul-bytes'
  | 'truncated-json'
  | 'nan-literal';

/** Reads what one line of standard output holds. */
export const readLine = (bytes: Buffer): readonly Piece[] => {
  const raw = bytes.toString('utf8');
  const text = raw.replace(/\r$/, '');
  if (text.trim() === '') return [];
  const direct = parse(text);
  if (direct !== undefined && isMessageLike(direct)) {
    const message: Piece = {kind: 'message', value: direct, text, glued: null};
    // U+FFFD that is not itself in the bytes was made by the decoder.
    const isBroken = raw.includes('\ufffd') && bytes.indexOf('\ufffd') < 0;
    if (isBroken) return [message, {kind: 'odd', oddity: 'not-utf8', sample: text, value: direct}];
    return raw.endsWith('\r')
      ? [{kind: 'odd', oddity: 'carriage-return', sample: text, value: null}, message]
      : [message];
  }
  const written = badlyWritten(text);
  if (written !== null) return [written];
  return [gluedMessage(text) ?? {kind: 'noise', text}];
};

/** A message in it, but not as the protocol writes one. */
const badlyWritten = (text: string): Piece | null => {
  const odd = (oddity: FramingOddity, value: Json | undefined): Piece | null =>
    value !== undefined && isMessageLike(value) ? {kind: 'odd', oddity, sample: text, value} : null;
  if (text.startsWith('\ufeff')) return odd('bom', parse(text.slice(1)));
  if (text.includes('\0')) return odd('nul-bytes', parse(text.replaceAll('\0', '')));
  if (/[:[,]\s*(NaN|-?Infinity|undefined)\b/.test(text)) {
    return odd('nan-literal', parse(text.replaceAll(/([:[,]\s*)(NaN|-?Infinity|undefined)\b/g, '$1null')));
  }
  if (/^\s*\{\s*'/.test(text)) return odd('python-repr', fromPython(text));
  return null;
};

/** A printed Python dictionary, read well enough to see whether it was meant as a message. */
const fromPython = (text: string): Json | undefined => {
  const value = parse(
    text
      .replaceAll(/'((?:[^'\\]|\\.)*)'/g, (_, inner: string) => JSON.stringify(inner.replaceAll("\\'", "'")))
      .replaceAll(/\bTrue\b/g, 'true')
      .replaceAll(/\bFalse\b/g, 'false')
      .replaceAll(/\bNone\b/g, 'null'),
  );
  // Even where the reading fails, quoted protocol words show what it was meant to be.
  return value ?? (/'jsonrpc'\s*:\s*'2\.0'/.test(text) ? {jsonrpc: '2.0'} : undefined);
};

/** 'Connecting… {"jsonrpc":"2.0",…}' or the message with words after it. */
const gluedMessage = (text: string): Piece | null => {
  for (const start of startsOf(text)) {
    for (const end of endsOf(text, start)) {
      const value = parse(text.slice(start, end));
      if (value === undefined || !isMessageLike(value)) continue;
      const glued = `${text.slice(0, start)}${text.slice(end)}`;
      return {kind: 'message', value, text, glued};
    }
  }
  return null;
};

const TRIES = 8;

const startsOf = (text: string): readonly number[] =>
  [...text.matchAll(/\{\s*"/g)].slice(0, TRIES).map((match) => match.index);

const endsOf = (text: string, start: number): readonly number[] => {
  const ends: number[] = [];
  for (let at = text.lastIndexOf('}'); at > start && ends.length < TRIES; at = text.lastIndexOf('}', at - 1)) {
    ends.push(at + 1);
  }
  return ends;
};

/** JSON.parse whose failure is an answer. */
export const parse = (text: string): Json | undefined => {
  try {
    // The parsing edge: JSON.parse answers a Json.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

/** An object that says it is JSON-RPC, or has the parts of an answer; or a batch of them. */
export const isMessageLike = (value: Json): boolean => {
  if (Array.isArray(value)) return value.length > 0 && value.every(isMessageLike);
  if (!isRecord(value)) return false;
  if ('jsonrpc' in value) return true;
  if (typeof value['method'] === 'string' && ('params' in value || 'id' in value)) return true;
  return 'id' in value && ('result' in value || 'error' in value);
};
