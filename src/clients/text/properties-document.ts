import type {ConfigDocument} from './document.ts';
import {readJson} from './json-document.ts';
import type {TreeNode} from './tree.ts';

const NOTHING: ConfigDocument = {root: null, lenient: null, trouble: null, refused: null};

/** The property in which GitHub Copilot for Eclipse keeps its servers, as a text of JSON. */
const PROPERTY = 'mcp';
const MAX_LENGTH = 1_000_000;

/** A line of Java's properties may end in a backslash and go on in the next. */
const LINES = /^[ \t\f]*(?![#!])(?:\\[\s\S]|[^\\\r\n])*/gm;

/** The JSON that stands in a property of a preference file, with the places of its values in that file. */
export const readProperties = (text: string): ConfigDocument => {
  if (text.length > MAX_LENGTH) return {...NOTHING, refused: 'too-much'};
  for (const {0: line, index} of text.matchAll(LINES)) {
    const name = /^[ \t\f]*((?:\\.|[^\\=: \t\f])*)[ \t\f]*[=:]?[ \t\f]*/.exec(line);
    if (name === null || name[1] !== PROPERTY) continue;
    const {value, offsets} = unescaped(line.slice(name[0].length), index + name[0].length);
    const document = readJson(value, {comments: true, trailingCommas: true});
    const placed = (root: TreeNode | null): TreeNode | null => (root === null ? null : moved(root, offsets));
    const {trouble} = document;
    return {
      ...document,
      root: placed(document.root),
      lenient: placed(document.lenient),
      trouble: trouble === null ? null : {...trouble, offset: offsets[trouble.offset] ?? index, repair: null},
    };
  }
  return NOTHING;
};

const SIGNS: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', f: '\f'};

/** A value without its escapes, and where each of its signs stands in the file. */
const unescaped = (raw: string, start: number): {readonly value: string; readonly offsets: readonly number[]} => {
  let value = '';
  const offsets: number[] = [];
  for (const {0: part, 1: code, 2: sign, index} of raw.matchAll(
    /\\u([\da-fA-F]{4})|\\(\r?\n[ \t\f]*|[\s\S])|[\s\S]/g,
  )) {
    const text =
      code !== undefined
        ? String.fromCharCode(Number.parseInt(code, 16))
        : sign === undefined
          ? part
          : /^\r?\n/.test(sign)
            ? ''
            : (SIGNS[sign] ?? sign);
    value += text;
    if (text !== '') offsets.push(start + index);
  }
  return {value, offsets: [...offsets, start + raw.length]};
};

/** The same values where the file holds them. */
const moved = (node: TreeNode, offsets: readonly number[]): TreeNode => {
  const offset = offsets[node.offset] ?? 0;
  const length = Math.max(0, (offsets[node.offset + node.length] ?? offset) - offset);
  if (node.kind === 'scalar') return {...node, offset, length};
  if (node.kind === 'array') return {...node, offset, length, items: node.items.map((item) => moved(item, offsets))};
  const members = node.members.map((member) => ({
    ...member,
    keyOffset: offsets[member.keyOffset] ?? offset,
    node: moved(member.node, offsets),
  }));
  return {...node, offset, length, members};
};
