import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type {TextEdit} from '../../model/evidence/file.ts';
import {isRecord, type Json, type KeyPath} from '../../model/json.ts';
import {REFUSALS} from '../text/limits.ts';
import {parsedYaml} from '../text/parsed-yaml.ts';
import type {Language} from './language.ts';
import {isFirstOnLine, layoutOf, lineStart, restOfLine} from './layout.ts';
import type {Operation} from './operation.ts';
import {insertElement, removeElement, type Sequence} from './sequence.ts';
import {yamlKey, yamlText} from './yaml-text.ts';

const COMMENTS = {line: '#', hasBlocks: false} as const;

/** YAML: the nodes' ranges of `yaml`, and splices of our own; its own writer would lay the file out anew. */
export const yamlLanguage: Language = {
  parse: (text) => {
    const document = documentOf(text);
    if (typeof document === 'string') return {trouble: document};
    if (document.contents === null) return {value: undefined};
    return dataOf(document);
  },
  splice: (text, operation) => {
    const document = documentOf(text);
    return typeof document === 'string' ? null : spliceOf(text, document, operation);
  },
  // Two equal keys are an error here, so a document that parses has none.
  duplicateOn: () => null,
  render: (value) =>
    isRecord(value)
      ? Object.entries(value)
          .map(([key, item]) => `${yamlKey(key)}: ${yamlText(item)}\n`)
          .join('')
      : `${yamlText(value)}\n`,
};

const documentOf = (text: string): Document.Parsed | string => {
  const document = parsedYaml(text);
  if (typeof document === 'string') return REFUSALS[document];
  const [error] = document.errors;
  const trouble = error === undefined ? keyTwice(document) : {message: error.message, at: error.pos[0]};
  return trouble === null ? document : `${trouble.message} in line ${text.slice(0, trouble.at).split('\n').length}`;
};

/** The library compares each key with all before it, which takes minutes where a map has very many. */
const keyTwice = (document: Document.Parsed): {readonly message: string; readonly at: number} | null => {
  let found: {readonly message: string; readonly at: number} | null = null;
  visit(document, {
    Map: (_key, map) => {
      const seen = new Set<unknown>();
      for (const {key} of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) found ??= {message: 'Map keys must be unique', at: key.range?.[0] ?? 0};
        seen.add(key.value);
      }
    },
  });
  return found;
};

/** Aliases are followed only now: one without an anchor, one inside itself, or very many of them are no data. */
const dataOf = (document: Document.Parsed): {readonly value: Json} | {readonly trouble: string} => {
  try {
    const value: unknown = document.toJS({maxAliasCount: 100});
    return {value: plain(value)};
  } catch (error) {
    if (error instanceof ReferenceError) return {trouble: error.message};
    if (error instanceof RangeError) return {trouble: 'an alias stands inside its own anchor'};
    throw error;
  }
};

const plain = (value: unknown): Json => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
};

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a node's own text stands, without the line end and the comment behind it. */
const rangeOf = (text: string, node: unknown): Range | null => {
  if (!isNodeWithRange(node)) return null;
  const [start, end] = node.range;
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    const inner = isPair(last) ? (rangeOf(text, last.value) ?? rangeOf(text, last.key)) : rangeOf(text, last);
    return {start, end: Math.max(start, inner?.end ?? start)};
  }
  return {start, end: start + text.slice(start, end).replace(/\s+$/, '').length};
};

const isNodeWithRange = (node: unknown): node is Node & {readonly range: readonly [number, number, number]} =>
  (isMap(node) || isSeq(node) || isScalar(node)) && Array.isArray(node.range);

const pairAt = (map: YAMLMap, key: string | number): Pair | undefined =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));

const nodeAt = (document: Document.Parsed, path: KeyPath): unknown =>
  path.reduce<unknown>((node, key) => {
    if (isMap(node)) return pairAt(node, key)?.value;
    return isSeq(node) && typeof key === 'number' ? node.items[key] : undefined;
  }, document.contents);

const spliceOf = (text: string, document: Document.Parsed, operation: Operation): readonly TextEdit[] | null => {
  if (operation.kind === 'wrap') return null;
  const node = nodeAt(document, operation.path);
  const parent = nodeAt(document, operation.path.slice(0, -1));
  const key = operation.path.at(-1);
  switch (operation.kind) {
    case 'replace':
      return replaced(text, node, operation.value);
    case 'add':
      return isMap(node) ? addedTo(text, node, `${yamlKey(operation.key)}: `, operation.value, operation.key) : null;
    case 'insert':
      return isSeq(node) ? insertedInto(text, node, operation.index, operation.value) : null;
    case 'drop':
      if (isMap(parent) && key !== undefined)
        return dropped(
          text,
          parent,
          parent.items.findIndex((pair) => isScalar(pair.key) && String(pair.key.value) === String(key)),
        );
      return isSeq(parent) && typeof key === 'number' ? dropped(text, parent, key) : null;
    case 'rekey': {
      const range = isMap(parent) && key !== undefined ? rangeOf(text, pairAt(parent, key)?.key) : null;
      return range === null
        ? null
        : [{offset: range.start, length: range.end - range.start, text: yamlKey(operation.to)}];
    }
  }
};

const replaced = (text: string, node: unknown, value: Json): readonly TextEdit[] | null => {
  const range = rangeOf(text, node);
  if (range === null) return null;
  const old = text.slice(range.start, range.end);
  const isBlock = /^[|>]/.test(old) && isScalar(node);
  const written = yamlText(value, isBlock ? '"' : old);
  const gap = old === '' && !/\s/.test(text[range.start - 1] ?? ' ') ? ' ' : '';
  return [{offset: range.start, length: range.end - range.start, text: gap + written}];
};

/** The elements of a collection: pairs, or items with their dash. */
const elementsOf = (text: string, node: YAMLMap | YAMLSeq): readonly Range[] =>
  node.items.map((item: unknown): Range => {
    const first = isPair(item) ? rangeOf(text, item.key) : rangeOf(text, item);
    const last = isPair(item) ? (rangeOf(text, item.value) ?? first) : first;
    const start = first?.start ?? 0;
    const isDashed = isSeq(node) && node.flow !== true;
    return {start: isDashed ? text.lastIndexOf('-', start - 1) : start, end: Math.max(start, last?.end ?? start)};
  });

const sequenceOf = (text: string, node: YAMLMap | YAMLSeq): Sequence | null => {
  const range = node.flow === true ? node.range : null;
  return range === null || range === undefined
    ? null
    : {open: range[0] + 1, close: range[1] - 1, elements: elementsOf(text, node), comments: COMMENTS};
};

/** A new line of a block collection, behind the last one. */
const afterLast = (text: string, node: YAMLMap | YAMLSeq, written: string): readonly TextEdit[] | null => {
  const elements = elementsOf(text, node);
  const last = elements.at(-1);
  const first = elements[0];
  if (last === undefined || first === undefined) return null;
  const column = first.start - lineStart(text, first.start);
  const end = restOfLine(text, last.end, text.length, COMMENTS);
  return [{offset: end, length: 0, text: `${layoutOf(text, last.start).eol}${' '.repeat(column)}${written}`}];
};

const addedTo = (text: string, node: YAMLMap, start: string, value: Json, key: string): readonly TextEdit[] | null => {
  const sequence = sequenceOf(text, node);
  if (sequence === null) return afterLast(text, node, start + yamlText(value));
  const pair = `${JSON.stringify(key)}: ${yamlText(value, '"')}`;
  return insertElement(text, sequence, sequence.elements.length, () => pair, false);
};

const insertedInto = (text: string, node: YAMLSeq, index: number, value: Json): readonly TextEdit[] | null => {
  const sequence = sequenceOf(text, node);
  if (sequence !== null) return insertElement(text, sequence, index, () => yamlText(value, '"'), false);
  const next = elementsOf(text, node)[index];
  if (next === undefined) return afterLast(text, node, `- ${yamlText(value)}`);
  const gap = layoutOf(text, next.start).eol + ' '.repeat(next.start - lineStart(text, next.start));
  return [{offset: next.start, length: 0, text: `- ${yamlText(value)}${gap}`}];
};

const dropped = (text: string, node: YAMLMap | YAMLSeq, index: number): readonly TextEdit[] | null => {
  const sequence = sequenceOf(text, node);
  const elements = elementsOf(text, node);
  const element = elements[index];
  if (element === undefined) return null;
  if (sequence !== null) return removeElement(text, sequence, index);
  // A block collection cannot be empty: it becomes brackets.
  if (elements.length === 1)
    return [{offset: element.start, length: element.end - element.start, text: isMap(node) ? '{}' : '[]'}];
  const next = elements[index + 1];
  if (!isFirstOnLine(text, element.start)) {
    return next === undefined ? null : [{offset: element.start, length: next.start - element.start, text: ''}];
  }
  const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(element.end));
  if (rest === null) return [{offset: element.start, length: element.end - element.start, text: ''}];
  const from = lineStart(text, element.start);
  return [{offset: from, length: element.end + rest[0].length - from, text: ''}];
};
