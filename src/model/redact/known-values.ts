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
  const firsts = new Uint8Array(65_536);
  const shorts: [string, string][] = [];
  for (const secret of kept.toSorted((a, b) => b.length - a.length)) {
    for (const piece of piecesOf(secret)) {
      const folded = fold(piece);
      if (folded.length < RUN) shorts.push([folded, secret]);
      for (let i = 0; i + RUN <= folded.length; i += 1) {
        const run = folded.slice(i, i + RUN);
        if (!runs.has(run)) runs.set(run, secret);
        firsts[pairAt(folded, i)] = 1;
      }
    }
  }
  if (kept.length === 0) return {masked: (text) => text};
  return {masked: (text, tagOf) => mask(text, {runs, firsts, shorts}, tagOf)};
};

interface Index {
  readonly runs: ReadonlyMap<string, string>;
  /** Which two characters a run can begin with: most places of a text are passed over by one look. */
  readonly firsts: Uint8Array;
  readonly shorts: readonly (readonly [string, string])[];
}

const pairAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) & 0xff) << 8) | (text.charCodeAt(at + 1) & 0xff);

// Characters whose lower case has another length ('İ') would shift every place behind them.
const fold = (text: string): string =>
  text
    .replaceAll(/[^\u0000-\u007f]/g, (one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one))
    .replaceAll(/[A-Z]/g, (one) => one.toLowerCase());

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

const spansIn = (folded: string, {runs, firsts, shorts}: Index): readonly Span[] => {
  const spans: Span[] = [];
  for (let at = 0; at + RUN <= folded.length; at += 1) {
    if (firsts[pairAt(folded, at)] !== 1) continue;
    const secret = runs.get(folded.slice(at, at + RUN));
    if (secret === undefined) continue;
    let end = at + RUN;
    while (end < folded.length && runs.has(folded.slice(end - RUN + 1, end + 1))) end += 1;
    spans.push({start: at, end, secret});
    at = end - 1;
  }
  for (const [short, secret] of shorts) {
    for (let at = folded.indexOf(short); at >= 0; at = folded.indexOf(short, at + short.length)) {
      spans.push({start: at, end: at + short.length, secret});
    }
  }
  return spans.sort((a, b) => a.start - b.start);
};

/** The text without line ends and the indentation behind them: a wrapped value is one value. */
const withoutBreaks = (text: string): {readonly joined: string; readonly places: Int32Array | null} => {
  if (!/[\r\n]/.test(text)) return {joined: text, places: null};
  const places = new Int32Array(text.length);
  const parts: string[] = [];
  let count = 0;
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const indent = match.index === 0 ? 0 : (/^[ \t]*/.exec(match[0])?.[0].length ?? 0);
    const part = match[0].slice(indent);
    for (let i = 0; i < part.length; i += 1) places[count + i] = match.index + indent + i;
    parts.push(part);
    count += part.length;
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
