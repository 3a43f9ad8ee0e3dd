import {type AST, ParseError, parseTOML} from 'toml-eslint-parser';
import type {KeyPath} from '../../model/json.ts';
import {refusedToml} from '../text/refused-toml.ts';

interface KeyToken {
  readonly path: KeyPath;
  readonly start: number;
  readonly end: number;
}

/** One value of the document: where it stands, and under which keys. */
export interface Definition {
  readonly path: KeyPath;
  /** The value's range. */
  readonly start: number;
  readonly end: number;
  /** Where its key begins. */
  readonly lineAt: number;
  /** `key = value` on lines of its own, not inside brackets. */
  readonly isOwnLine: boolean;
  /** The dotted keys in front of the last one, as written: 'env.'. */
  readonly prefixText: string;
  /** Inside brackets: what is parted by commas. */
  readonly elements?: readonly {readonly start: number; readonly end: number; readonly key: string | number}[];
  readonly keys: readonly KeyToken[];
}

/** A `[table]`, and its body up to the next header. The document's head is the section with the path []. */
export interface Section {
  readonly path: KeyPath;
  readonly start: number;
  readonly headerEnd: number;
  /** Behind the last value of its body. */
  readonly end: number;
  readonly keys: readonly KeyToken[];
}

/** All values and tables with their ranges; null for a text that does not parse. */
export const definitionsOf = (
  text: string,
): {readonly definitions: readonly Definition[]; readonly sections: readonly Section[]} | null => {
  const program = refusedToml(text) === null ? programOf(text) : null;
  if (program === null) return null;
  const [top] = program.body;
  const definitions: Definition[] = [];
  const sections: Section[] = [];
  const lastEnd = (body: readonly AST.TOMLNode[], otherwise: number): number => body.at(-1)?.range[1] ?? otherwise;
  const own = top.body.filter((node) => node.type === 'TOMLKeyValue');
  sections.push({path: [], start: 0, headerEnd: 0, end: lastEnd(own, 0), keys: []});
  for (const node of own) keyValue(text, node, [], true, definitions);
  for (const table of top.body) {
    if (table.type !== 'TOMLTable') continue;
    const [start, keyEnd] = [table.range[0], table.key.range[1]];
    const headerEnd = text.indexOf(']', keyEnd) + (table.kind === 'array' ? 2 : 1);
    const end = lastEnd(table.body, headerEnd);
    sections.push({path: table.resolvedKey, start, headerEnd, end, keys: tokensOf(table.key, table.resolvedKey)});
    for (const node of table.body) keyValue(text, node, table.resolvedKey, true, definitions);
  }
  return {definitions, sections};
};

const programOf = (text: string): AST.TOMLProgram | null => {
  try {
    return parseTOML(text);
  } catch (error) {
    if (error instanceof ParseError || error instanceof RangeError) return null;
    throw error;
  }
};

const nameOf = (key: AST.TOMLBare | AST.TOMLQuoted): string => (key.type === 'TOMLBare' ? key.name : key.value);

/** The words of a key, each with the path that it completes; `resolved` has the indexes of arrays of tables between. */
const tokensOf = (key: AST.TOMLKey, resolved: KeyPath): readonly KeyToken[] => {
  let at = -1;
  return key.keys.map((word) => {
    at = resolved.findIndex((part, i) => i > at && part === nameOf(word));
    return {path: resolved.slice(0, at + 1), start: word.range[0], end: word.range[1]};
  });
};

const keyValue = (text: string, node: AST.TOMLKeyValue, base: KeyPath, isOwnLine: boolean, out: Definition[]): void => {
  const names = node.key.keys.map(nameOf);
  const path = [...base, ...names];
  const last = node.key.keys.at(-1);
  const keys = node.key.keys.map((word, i) => ({
    path: [...base, ...names.slice(0, i + 1)],
    start: word.range[0],
    end: word.range[1],
  }));
  const [lineAt] = node.range;
  const prefixText = text.slice(lineAt, last?.range[0] ?? lineAt);
  value(text, node.value, {path, lineAt, isOwnLine, prefixText, keys}, out);
};

const value = (
  text: string,
  node: AST.TOMLContentNode,
  named: Pick<Definition, 'path' | 'lineAt' | 'isOwnLine' | 'prefixText' | 'keys'>,
  out: Definition[],
): void => {
  const [start, end] = node.range;
  if (node.type === 'TOMLValue') {
    out.push({...named, start, end});
    return;
  }
  if (node.type === 'TOMLArray') {
    const elements = node.elements.map(({range}, key) => ({start: range[0], end: range[1], key}));
    out.push({...named, start, end, elements});
    node.elements.forEach((item, i) => {
      const path = [...named.path, i];
      value(text, item, {path, lineAt: item.range[0], isOwnLine: false, prefixText: '', keys: []}, out);
    });
    return;
  }
  const elements = node.body.map(({key, range}) => ({
    start: range[0],
    end: range[1],
    // A dotted key in braces stands for a deeper table: it has no element of its own name.
    key: key.keys.length === 1 && key.keys[0] !== undefined ? nameOf(key.keys[0]) : '',
  }));
  out.push({...named, start, end, elements});
  for (const pair of node.body) keyValue(text, pair, named.path, false, out);
};
