import type {Rewrite} from '../../model/change.ts';
import {isRecord, type Json} from '../../model/json.ts';
import {shellQuoted, shellWords} from './shell-words.ts';

/** A new value, or a sentence on why this rewrite does not fit the value that is there. */
export type Rewritten = {readonly value: Json} | {readonly refused: string};

const refused = (why: string): Rewritten => ({refused: why});
const SCHEME =
  /^\s*(?:authorization\s*[:=]\s*)?(bearer|basic|token|digest|apikey|api-key|negotiate|bot|key)(?:\s*[:=]\s*|\s+)/i;
const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['\u201c', '\u201d'],
  ['\u2018', '\u2019'],
];
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028\u2029\u2060\ufeff]/g;

/** Computes the new value of a place from the old one. */
export const rewritten = (old: Json, rewrite: Rewrite): Rewritten => {
  switch (rewrite.how) {
    case 'to-list':
      return typeof old === 'string'
        ? {value: rewrite.split ? shellWords(old) : [old]}
        : refused('It is not a text, so it cannot become a list');
    case 'map-to-list':
      return mapToList(old, rewrite.key);
    case 'to-map':
      return toMap(old);
    case 'to-text':
      return toText(old);
    case 'split-command':
    case 'wrap-shell':
    case 'wrap-command':
      return isRecord(old) ? ofEntry(old, rewrite) : refused('There is no entry with a command here');
    default:
      return typeof old === 'string' ? ofText(old, rewrite) : refused('It is not a text');
  }
};

type TextRewrite = Extract<
  Rewrite,
  {readonly how: 'prefix' | 'replace-text' | 'trim' | 'strip-control' | 'unquote' | 'strip-scheme' | 'set-scheme'}
>;

const ofText = (old: string, rewrite: TextRewrite): Rewritten => {
  switch (rewrite.how) {
    case 'prefix':
      return {value: rewrite.text + old};
    case 'replace-text':
      return rewrite.from !== '' && old.includes(rewrite.from)
        ? {value: old.replaceAll(rewrite.from, () => rewrite.to)}
        : refused(`The text ${JSON.stringify(rewrite.from)} is not in it any more`);
    case 'trim':
      return {value: old.trim()};
    case 'strip-control':
      return {value: old.replaceAll(CONTROL, '')};
    case 'unquote':
      return {value: unquoted(old)};
    case 'strip-scheme':
      return {value: old.replace(SCHEME, '').trim()};
    case 'set-scheme':
      return {value: `${rewrite.scheme} ${bareToken(old)}`};
  }
};

/** Quotes around the whole value, or around what follows the scheme. */
const unquoted = (old: string): string => {
  const scheme = /^\s*[A-Za-z-]+\s+(?=["'`\u201c\u2018])/.exec(old)?.[0] ?? '';
  const body = old.slice(scheme.length).trim();
  const pair = QUOTES.find(([open, close]) => body.length >= 2 && body.startsWith(open) && body.endsWith(close));
  return pair === undefined ? old : scheme + body.slice(1, -1);
};

/** What is left when all schemes in front are gone, and one misspelt word before a single token too. */
const bareToken = (old: string): string => {
  let token = old.trim();
  while (SCHEME.test(token)) token = token.replace(SCHEME, '').trim();
  return /^[A-Za-z]{4,9}:?\s+(\S{8,})$/.exec(token)?.[1] ?? token;
};

/** Each item gets the key that it stood under, unless it names itself. */
const mapToList = (old: Json, key: string): Rewritten => {
  if (!isRecord(old)) return refused('It is no table, so it cannot become a list of its items');
  if (typeof old[key] === 'string') return {value: [old]};
  const items: Json[] = [];
  for (const [name, item] of Object.entries(old)) {
    if (!isRecord(item)) return refused('Not every item of it is a table');
    const own = typeof item[key] === 'string' ? item[key] : name;
    items.push({...{[key]: own}, ...item, [key]: own});
  }
  return {value: items};
};

const toMap = (old: Json): Rewritten => {
  const items = typeof old === 'string' ? old.split(/\r?\n/).filter((line) => line.trim() !== '') : old;
  if (!Array.isArray(items)) return refused('It is neither a text nor a list, so it cannot become a table');
  const pairs: [string, Json][] = [];
  for (const item of items) {
    const pair = typeof item === 'string' ? pairOfText(item) : pairOfRecord(item);
    if (pair === null) return refused('Not every item of it is a name with a value');
    pairs.push(pair);
  }
  return {value: Object.fromEntries(pairs)};
};

const pairOfText = (line: string): [string, Json] | null => {
  const match = /^\s*([\w.-]+)\s*[:=]\s*(.*?)\s*$/s.exec(line);
  return match?.[1] === undefined ? null : [match[1], match[2] ?? ''];
};

const pairOfRecord = (item: Json): [string, Json] | null => {
  if (!isRecord(item)) return null;
  const name = item['name'] ?? item['key'];
  const {value} = item;
  if (typeof name === 'string' && value !== undefined) return [name, value];
  const [only, ...more] = Object.entries(item);
  return only !== undefined && more.length === 0 ? [only[0], only[1]] : null;
};

const toText = (old: Json): Rewritten => {
  if (typeof old === 'number' || typeof old === 'boolean') return {value: String(old)};
  if (!isRecord(old) && !Array.isArray(old)) return refused('It is not a number or a yes/no value');
  const text = (item: Json): Json => (typeof item === 'number' || typeof item === 'boolean' ? String(item) : item);
  if (Array.isArray(old)) return {value: old.map(text)};
  return {value: Object.fromEntries(Object.entries(old).map(([key, item]) => [key, text(item)]))};
};

type EntryRewrite = Extract<Rewrite, {readonly how: 'split-command' | 'wrap-shell' | 'wrap-command'}>;

const ofEntry = (entry: {readonly [key: string]: Json}, rewrite: EntryRewrite): Rewritten => {
  const {commandKey, argsKey} = rewrite;
  const command = entry[commandKey];
  const isOneList = Array.isArray(command) || commandKey === argsKey;
  const words = textsOf(command);
  const rest = isOneList ? [] : textsOf(entry[argsKey]);
  if (words === null || words.length === 0 || rest === null)
    return refused('Its command and arguments are not plain text');
  const argv = argvOf([...words, ...rest], words.length, rewrite);
  const [program, ...args] = argv;
  if (program === undefined) return refused('Its command is empty');
  if (isOneList) return {value: {...entry, [commandKey]: argv}};
  return {value: {...entry, [commandKey]: program, [argsKey]: args}};
};

const argvOf = (argv: readonly string[], own: number, rewrite: EntryRewrite): readonly string[] => {
  switch (rewrite.how) {
    case 'split-command':
      return [...shellWords(argv[0] ?? ''), ...argv.slice(1)];
    case 'wrap-command':
      return [...rewrite.words, ...argv];
    case 'wrap-shell':
      // The command itself is a command line already; its arguments were words.
      return [
        ...rewrite.shell,
        [argv[0], ...argv.slice(1).map(shellQuoted)].slice(0, Math.max(own, argv.length)).join(' '),
      ];
  }
};

const textsOf = (value: Json | undefined): readonly string[] | null => {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return null;
  return value.every((item) => typeof item === 'string') ? value : null;
};
