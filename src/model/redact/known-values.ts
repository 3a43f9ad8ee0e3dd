import {isHarmlessValue} from './harmless-value.ts';

/** No run of this many characters of a known secret survives. */
const RUN = 8;
const SHORTEST = 6;

/** Finds known values, whole or in part, in every usual spelling. */
export interface KnownValues {
  /** Replaces every piece by `tagOf(the whole secret)`. Linear in the text. */
  readonly masked: (text: string, tagOf: (secret: string) => string) => string;
}

export const knownValues = (secrets: readonly string[]): KnownValues => {
  const kept = [...new Set(secrets.map((secret) => secret.trim()))].filter(
    (secret) => secret.length >= SHORTEST && !isHarmlessValue(secret),
  );
  const runs = new Map<string, string>();
  const wholes = new Map<string, string>();
  const pairs = new Uint8Array(65_536);
  const shorts: [string, string][] = [];
  for (const secret of kept.toSorted((a, b) => b.length - a.length)) {
    for (const piece of piecesOf(secret)) {
      const folded = fold(piece);
      if (!wholes.has(folded)) wholes.set(folded, secret);
      if (folded.length < RUN) shorts.push([folded, secret]);
      for (let i = 0; i + RUN <= folded.length; i += 1) {
        const run = folded.slice(i, i + RUN);
        if (!runs.has(run)) runs.set(run, secret);
        for (const [bit, offset] of PAIRS) {
          const pair = pairAt(folded, i + offset);
          pairs[pair] = (pairs[pair] ?? 0) | bit;
        }
      }
    }
  }
  if (kept.length === 0) return {masked: (text) => text};
  return {masked: (text, tagOf) => mask(text, {runs, wholes, pairs, shorts}, tagOf)};
};

interface Index {
  readonly runs: ReadonlyMap<string, string>;
  /** Whole pieces: keys of one maker begin alike, so that the first run alone does not tell which one it is. */
  readonly wholes: ReadonlyMap<string, string>;
  /** Which two characters stand at the places PAIRS of some run, a bit for each: most places need one look. */
  readonly pairs: Uint8Array;
  readonly shorts: readonly (readonly [string, string])[];
}

const PAIRS = [
  [1, 0],
  [2, 3],
  [4, RUN - 2],
] as const;

const pairAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) & 0xff) << 8) | (text.charCodeAt(at + 1) & 0xff);

// The lower case of 'İ' has another length and would shift every place behind it; that of 'Σ' depends on what follows.
const fold = (text: string): string =>
  text
    .replaceAll('Σ', 'σ')
    .split('İ')
    .map((part) => part.toLowerCase())
    .join('İ');

const mask = (text: string, index: Index, tagOf: (secret: string) => string): string => {
  const {joined, places} = withoutBreaks(text);
  const folded = fold(joined);
  let out = '';
  let from = 0;
  for (const span of spansIn(folded, index)) {
    const start = places === null ? span.start : (places[span.start] ?? text.length);
    const end = places === null ? span.end : (places[span.end - 1] ?? text.length) + 1;
    if (start < from) continue;
    out += text.slice(from, start) + tagOf(span.secret);
    from = end;
  }
  return out + text.slice(from);
};

interface Span {
  readonly start: number;
  readonly end: number;
  readonly secret: string;
}

const spansIn = (folded: string, {runs, wholes, pairs, shorts}: Index): readonly Span[] => {
  const spans: Span[] = [];
  for (let at = 0; at + RUN <= folded.length; at += 1) {
    if (((pairs[pairAt(folded, at)] ?? 0) & 1) === 0) continue;
    if (((pairs[pairAt(folded, at + 3)] ?? 0) & 2) === 0) continue;
    if (((pairs[pairAt(folded, at + RUN - 2)] ?? 0) & 4) === 0) continue;
    const secret = runs.get(folded.slice(at, at + RUN));
    if (secret === undefined) continue;
    let end = at + RUN;
    // What is cut off at the end of the text is shorter than a run, and none.
    while (runs.has(folded.slice(end - RUN + 1, end + 1))) end += 1;
    spans.push({start: at, end, secret: wholes.get(folded.slice(at, end)) ?? secret});
    at = end - 1;
  }
  for (const [short, secret] of shorts) {
    for (let at = folded.indexOf(short); at >= 0; at = folded.indexOf(short, at + short.length)) {
      spans.push({start: at, end: at + short.length, secret});
    }
  }
  return spans.sort((a, b) => a.start - b.start);
};

/** What stands in a line, without its indentation. */
const LINE = /[^ \t\r\n][^\r\n]*/g;

/** The text without line ends and the indentation behind them: a wrapped value is one value. */
const withoutBreaks = (text: string): {readonly joined: string; readonly places: Int32Array | null} => {
  if (!/[\r\n]/.test(text)) return {joined: text, places: null};
  const places = new Int32Array(text.length);
  const parts: string[] = [];
  let count = 0;
  for (const {0: line, index} of text.matchAll(LINE)) {
    for (let at = 0; at < line.length; at += 1) places[count + at] = index + at;
    count += line.length;
    parts.push(line);
  }
  return {joined: parts.join(''), places};
};

/** A secret in every spelling under which it is met. */
const piecesOf = (secret: string): readonly string[] => {
  const cores = coresOf(secret);
  const spelt = cores.flatMap((core) => {
    const wellFormed = core.replaceAll(/\p{Surrogate}/gu, '\ufffd');
    const bytes = new TextEncoder().encode(core);
    const url = encodeURIComponent(wellFormed);
    const escaped = JSON.stringify(core).slice(1, -1);
    return [
      core,
      url,
      url.replaceAll('%20', '+'),
      escaped,
      JSON.stringify(escaped).slice(1, -1),
      core.replaceAll(/["'\\]/g, ''),
      [...core].reverse().join(''),
      [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
      ...[0, 1, 2].flatMap((shift) => base64At(bytes, shift)),
    ];
  });
  return [...new Set(spelt.map((piece) => piece.replaceAll(/[\r\n]/g, '')))].filter(
    (piece) => piece.length >= SHORTEST,
  );
};

/** What of it is secret: without the scheme in front; of an address only its credentials, query and long segments. */
const coresOf = (secret: string): readonly string[] => {
  const bare = secret.replace(/^(?:bearer|basic|token|digest|bot)\s+(?=\S{6,}$)/i, '');
  if (!/^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(bare)) return [bare];
  const rest = bare.replace(/^[^/]*\/\//, '');
  return rest
    .split(/[/?&#=@:;]/)
    .filter((part) => part.length >= RUN && !/^[\w-]+(?:\.[a-z-]+){1,4}$|^[a-z-]+$/i.test(part));
};

/** The characters of the base64 text that depend on these bytes alone, when `shift` bytes stand before them. */
const base64At = (bytes: Uint8Array, shift: number): readonly string[] => {
  const shifted = new Uint8Array(bytes.length + shift);
  shifted.set(bytes, shift);
  const text = btoa(String.fromCharCode(...shifted.subarray(0, 60_000)));
  const from = [0, 2, 3][shift] ?? 0;
  const stable = text.slice(from, Math.floor(((bytes.length + shift) * 8) / 6));
  if (stable.length < RUN) return [];
  return [stable, stable.replaceAll('+', '-').replaceAll('/', '_')];
};
