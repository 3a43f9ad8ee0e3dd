import {parse} from 'smol-toml';
import {type AST, ParseError, parseTOML} from 'toml-eslint-parser';
import type {ConfigDocument, DocumentTrouble} from './document.ts';
import {refusedToml} from './refused-toml.ts';
import type {Scalar, TreeNode} from './tree.ts';

const NOTHING = {root: null, lenient: null, trouble: null, refused: null};

/** A table that may still grow: TOML adds to it from anywhere in the document. */
interface Table {
  readonly offset: number;
  end: number;
  readonly members: Map<string, {readonly keyOffset: number; readonly keyLength: number; value: Growing}>;
}
type Growing = Table | Growing[] | TreeNode;

/** A TOML text as a tree. toml-eslint-parser gives the places, smol-toml has the say whether the text is valid. */
export const readToml = (text: string): ConfigDocument => {
  const refused = refusedToml(text);
  if (refused !== null) return {...NOTHING, refused};
  try {
    parse(text);
    const root = finished(treeOf(parseTOML(text).body[0]));
    return {...NOTHING, root, lenient: root};
  } catch (error) {
    // One text of a hundred thousand characters and more: the parser lays each of them on the stack.
    if (error instanceof RangeError) return {...NOTHING, refused: 'too-much'};
    return {...NOTHING, lenient: namesOnly(text), trouble: troubleOf(text, error)};
  }
};

const treeOf = (top: AST.TOMLTopLevelTable): Table => {
  const root: Table = {offset: 0, end: top.range[1], members: new Map()};
  for (const item of top.body) {
    if (item.type === 'TOMLKeyValue') put(root, item);
    else {
      const {keys} = item.key;
      let table = root;
      for (const [index, key] of keys.entries()) {
        const isLast = index === keys.length - 1;
        table = inside(table, key, isLast && item.kind === 'array', item.range[0]);
      }
      table.end = Math.max(table.end, item.range[1]);
      for (const pair of item.body) put(table, pair);
    }
  }
  return root;
};

const nameOf = (key: AST.TOMLBare | AST.TOMLQuoted): string => (key.type === 'TOMLBare' ? key.name : key.value);

/** The table under a key; a new one where there is none, and always a new one for `[[lists]]`. */
const inside = (table: Table, key: AST.TOMLBare | AST.TOMLQuoted, isItem: boolean, offset: number): Table => {
  const name = nameOf(key);
  const known = table.members.get(name);
  const fresh: Table = {offset, end: key.range[1], members: new Map()};
  if (isItem) {
    if (known !== undefined && Array.isArray(known.value)) known.value.push(fresh);
    else table.members.set(name, {keyOffset: key.range[0], keyLength: key.range[1] - key.range[0], value: [fresh]});
    return fresh;
  }
  const last = known !== undefined && Array.isArray(known.value) ? known.value.at(-1) : known?.value;
  if (last !== undefined && isTable(last)) return last;
  table.members.set(name, {keyOffset: key.range[0], keyLength: key.range[1] - key.range[0], value: fresh});
  return fresh;
};

const isTable = (value: Growing): value is Table => !Array.isArray(value) && !('kind' in value);

const put = (table: Table, pair: AST.TOMLKeyValue): void => {
  const {keys} = pair.key;
  let at = table;
  for (const key of keys.slice(0, -1)) at = inside(at, key, false, key.range[0]);
  const last = keys.at(-1);
  if (last === undefined) return;
  at.members.set(nameOf(last), {
    keyOffset: last.range[0],
    keyLength: last.range[1] - last.range[0],
    value: valueNode(pair.value),
  });
};

const valueNode = (node: AST.TOMLContentNode): Growing => {
  const [offset, end] = node.range;
  if (node.type === 'TOMLArray')
    return {kind: 'array', offset, length: end - offset, items: node.elements.map((item) => finished(valueNode(item)))};
  if (node.type === 'TOMLInlineTable') {
    const table: Table = {offset, end, members: new Map()};
    for (const pair of node.body) put(table, pair);
    return table;
  }
  return {kind: 'scalar', offset, length: end - offset, value: scalar(node.value)};
};

const scalar = (value: unknown): Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : String(value);

const finished = (value: Growing): TreeNode => {
  if (Array.isArray(value)) {
    const items = value.map(finished);
    return {kind: 'array', offset: items[0]?.offset ?? 0, length: 0, items};
  }
  if ('kind' in value) return value;
  const members = [...value.members].map(([key, member]) => ({
    key,
    keyOffset: member.keyOffset,
    keyLength: member.keyLength,
    node: finished(member.value),
  }));
  return {kind: 'object', offset: value.offset, length: Math.max(0, value.end - value.offset), members};
};

const troubleOf = (text: string, error: unknown): DocumentTrouble => {
  const placed = firstPlaced(text) ?? error;
  const offset = placed instanceof ParseError ? placed.index : 0;
  const message = placed instanceof Error ? (placed.message.split('\n')[0] ?? '') : String(placed);
  return {kind: /^(?:<{7}|>{7}) /m.test(text) ? 'merge-conflict' : 'other', offset, message, repair: null, more: 0};
};

/** The parser with places is asked where; smol-toml only says that. */
const firstPlaced = (text: string): unknown => {
  try {
    parseTOML(text);
    return null;
  } catch (error) {
    return error;
  }
};

/** In a text that does not parse, what looks like a heading may stand by the thousand in a text that has no end. */
const MAX_HEADINGS = 5000;

/** In a text that does not parse: the tables' headings, so that the servers can still be named. */
const namesOnly = (text: string): TreeNode | null => {
  const root: Table = {offset: 0, end: text.length, members: new Map()};
  let left = MAX_HEADINGS;
  for (const heading of text.matchAll(/^[ \t]*\[[^\]\r\n]{1,300}\][ \t]*(?:#[^\r\n]*)?$/gm)) {
    left -= 1;
    if (left < 0) break;
    let at = root;
    for (const key of headingKeys(heading[0])) at = inside(at, key, false, heading.index);
  }
  return root.members.size === 0 ? null : finished(root);
};

/** A heading that is itself the mistake names nothing. */
const headingKeys = (heading: string): readonly (AST.TOMLBare | AST.TOMLQuoted)[] => {
  try {
    const table = parseTOML(heading).body[0].body[0];
    return table?.type === 'TOMLTable' ? table.key.keys : [];
  } catch {
    return [];
  }
};
