import {parse} from 'smol-toml';
import type {TextEdit} from '../../model/evidence/file.ts';
import {isRecord, type Json, type KeyPath} from '../../model/json.ts';
import {REFUSALS} from '../text/limits.ts';
import {refusedToml} from '../text/refused-toml.ts';
import type {Language} from './language.ts';
import {layoutOf, lineStart, restOfLine} from './layout.ts';
import type {Operation} from './operation.ts';
import {insertElement, removeElement, type Sequence} from './sequence.ts';
import {type Definition, definitionsOf, type Section} from './toml-definitions.ts';
import {tomlKey, tomlText} from './toml-text.ts';

const COMMENTS = {line: '#', hasBlocks: false} as const;

/** TOML: toml-eslint-parser gives the ranges, smol-toml says what a text means. */
export const tomlLanguage: Language = {
  parse: (text) => {
    const refused = refusedToml(text);
    if (refused !== null) return {trouble: REFUSALS[refused]};
    try {
      return {value: plain(parse(text, {integersAsBigInt: 'asNeeded'}))};
    } catch (error) {
      if (error instanceof RangeError) return {trouble: REFUSALS['too-much']};
      return {trouble: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)};
    }
  },
  splice: (text, operation) => {
    const found = definitionsOf(text);
    return found === null ? null : spliceOf(text, found.definitions, found.sections, operation);
  },
  // A key that stands twice is an error of the language, so a document that parses has none.
  duplicateOn: () => null,
  render: (value) => (isRecord(value) ? sectionText([], value, '\n') : ''),
};

/** Dates and big integers become text: they are compared, never written. */
const plain = (value: unknown): Json => {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
};

const isAt = (a: KeyPath, b: KeyPath): boolean => a.length === b.length && a.every((key, i) => key === b[i]);
const isBelow = (path: KeyPath, root: KeyPath): boolean => root.every((key, i) => path[i] === key);

const spliceOf = (
  text: string,
  definitions: readonly Definition[],
  sections: readonly Section[],
  operation: Operation,
): readonly TextEdit[] | null => {
  if (operation.kind === 'wrap') return null;
  const at = definitions.find(({path}) => isAt(path, operation.path));
  switch (operation.kind) {
    case 'replace': {
      const value = tomlText(operation.value, at === undefined ? '' : text.slice(at.start, at.end));
      return at === undefined || value === null ? null : [{offset: at.start, length: at.end - at.start, text: value}];
    }
    case 'insert': {
      const value = tomlText(operation.value, '');
      if (at?.elements === undefined || value === null) return null;
      return insertElement(text, sequenceOf(at), operation.index, () => value, false);
    }
    case 'add':
      return at === undefined ? added(text, definitions, sections, operation) : addedInline(text, at, operation);
    case 'drop':
      return dropped(text, definitions, sections, operation.path);
    case 'rekey': {
      const keys = [...definitions, ...sections].flatMap(({keys}) => keys);
      const named = keys.filter(({path}) => isAt(path, operation.path));
      const unique = [...new Map(named.map((key) => [key.start, key])).values()];
      return unique.map(({start, end}) => ({offset: start, length: end - start, text: tomlKey(operation.to)}));
    }
  }
};

const sequenceOf = ({start, end, elements}: Definition): Sequence => ({
  open: start + 1,
  close: end - 1,
  elements: elements ?? [],
  comments: COMMENTS,
});

type Addition = Extract<Operation, {readonly kind: 'add'}>;

/** Into `{…}`. */
const addedInline = (text: string, at: Definition, {key, value}: Addition): readonly TextEdit[] | null => {
  const written = tomlText(value, '');
  if (at.elements === undefined || written === null) return null;
  const pair = `${tomlKey(key)} = ${written}`;
  if (at.elements.length > 0) return insertElement(text, sequenceOf(at), at.elements.length, () => pair, false);
  return [{offset: at.start, length: at.end - at.start, text: `{ ${pair} }`}];
};

const added = (
  text: string,
  definitions: readonly Definition[],
  sections: readonly Section[],
  {path, key, value}: Addition,
): readonly TextEdit[] | null => {
  const own = sections.find((section) => isAt(section.path, path));
  const below = sections.filter((section) => isBelow(section.path, path) && section.path.length > 0);
  // A table among tables is written as they are: with a header of its own.
  if (
    isRecord(value) &&
    (path.length === 0 || below.some((section) => section.path.length > path.length) || own === undefined)
  ) {
    const last = path.length === 0 ? sections.at(-1) : below.at(-1);
    const at = last === undefined ? text.length : last.end;
    const {eol} = layoutOf(text, at);
    const body = sectionText([...path, key], value, eol);
    if (body === '') return null;
    const gap = at === 0 ? '' : text.slice(0, at).endsWith('\n') ? eol : eol + eol;
    return [
      {
        offset: at,
        length: 0,
        text: gap + body.replace(/\r?\n$/, at < text.length && !text.slice(0, at).endsWith('\n') ? '' : '$&'),
      },
    ];
  }
  const written = tomlText(value, '');
  if (written === null) return null;
  const dotted = definitions.findLast(
    (definition) =>
      definition.isOwnLine && isBelow(definition.path, path) && definition.path.length === path.length + 1,
  );
  const holder = own ?? sections.find((section) => dotted !== undefined && isBelow(dotted.path, section.path));
  const anchor = dotted ?? (own?.path.length === 0 ? undefined : own && {lineAt: own.start, end: own.headerEnd});
  if (holder === undefined && own === undefined) return null;
  const prefix = dotted === undefined ? '' : dotted.prefixText;
  const {eol} = layoutOf(text, anchor?.end ?? 0);
  if (anchor === undefined) return [{offset: 0, length: 0, text: `${tomlKey(key)} = ${written}${eol}`}];
  const end = restOfLine(text, anchor.end, text.length, COMMENTS);
  const indent = dotted === undefined ? '' : text.slice(lineStart(text, dotted.lineAt), dotted.lineAt);
  return [{offset: end, length: 0, text: `${eol}${indent}${prefix}${tomlKey(key)} = ${written}`}];
};

const dropped = (
  text: string,
  definitions: readonly Definition[],
  sections: readonly Section[],
  path: KeyPath,
): readonly TextEdit[] | null => {
  const parent = definitions.find(
    (definition) => isAt(definition.path, path.slice(0, -1)) && definition.elements !== undefined,
  );
  if (parent !== undefined) {
    const index = (parent.elements ?? []).findIndex(({key}) => key === path.at(-1));
    return index < 0 ? null : removeElement(text, sequenceOf(parent), index);
  }
  const lines = [
    ...definitions
      .filter((definition) => definition.isOwnLine && isBelow(definition.path, path))
      .map((one) => [one.lineAt, one.end] as const),
    ...sections
      .filter((section) => section.path.length > 0 && isBelow(section.path, path))
      .map((one) => [one.start, one.headerEnd] as const),
  ];
  return lines.length === 0 ? null : lines.map(([from, to]) => lineOf(text, from, to));
};

/** A definition with its line when nothing else stands there; a comment behind it stays. */
const lineOf = (text: string, from: number, to: number): TextEdit => {
  const start = lineStart(text, from);
  const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(to));
  return rest === null
    ? {offset: from, length: to - from, text: ''}
    : {offset: start, length: to + rest[0].length - start, text: ''};
};

const sectionText = (path: KeyPath, value: {readonly [key: string]: Json}, eol: string): string => {
  const lines = Object.entries(value).map(([key, item]) => {
    const written = tomlText(item, '');
    return written === null ? null : `${tomlKey(key)} = ${written}`;
  });
  if (lines.includes(null)) return '';
  const header = path.length === 0 ? [] : [`[${path.map((key) => tomlKey(String(key))).join('.')}]`];
  return [...header, ...lines].map((line) => line + eol).join('');
};
