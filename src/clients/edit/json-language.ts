import {type Node, parseTree, printParseErrorCode} from 'jsonc-parser';
import type {TextEdit} from '../../model/evidence/file.ts';
import {isRecord, type Json, type KeyPath} from '../../model/json.ts';
import {jsoncMistake} from '../syntax/jsonc-mistake.ts';
import {isTooDeep} from '../text/json-depth.ts';
import {REFUSALS} from '../text/limits.ts';
import type {Language} from './language.ts';
import {indentAt, layoutOf} from './layout.ts';
import type {Operation} from './operation.ts';
import {insertElement, removeElement, type Sequence, type Setting} from './sequence.ts';

const COMMENTS = {line: '//', hasBlocks: true} as const;

/** JSON; with `isStrict` without comments and trailing commas. jsonc-parser gives offsets, the splices are ours. */
export const jsonLanguage = ({isStrict}: {readonly isStrict: boolean}): Language => {
  const tree = (text: string): Node | {readonly trouble: string} | undefined => {
    if (isTooDeep(text)) return {trouble: REFUSALS['too-deep']};
    if (/^\s*$/.test(text)) return undefined;
    const mistake = jsoncMistake(text, {comments: !isStrict, trailingCommas: !isStrict, empty: false});
    if (mistake !== null) {
      const line = text.slice(0, mistake.offset).split('\n').length;
      return {trouble: `${printParseErrorCode(mistake.error)} in line ${line}`};
    }
    return parseTree(text, [], {allowTrailingComma: !isStrict, disallowComments: isStrict});
  };
  return {
    parse: (text) => {
      // The platform's own parser is many times faster, and takes nothing that this dialect does not.
      const plain = isTooDeep(text) ? undefined : plainJson(text);
      if (plain !== undefined) return {value: plain};
      const root = tree(text);
      if (root === undefined) return {value: undefined};
      return 'trouble' in root ? root : {value: jsonOf(root)};
    },
    splice: (text, operation) => {
      const root = tree(text);
      return root === undefined || 'trouble' in root ? null : spliceOf(text, root, operation);
    },
    duplicateOn: (text, path) => {
      const root = tree(text);
      return root === undefined || 'trouble' in root ? null : duplicateIn(root, path);
    },
    render: (value) => `${written(value, {isMultiline: true, indent: '', eol: '\n'}, '  ', ': ')}\n`,
  };
};

/** The data of a text without comments and the like; undefined where it is no such JSON. */
const plainJson = (text: string): Json | undefined => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const jsonOf = (node: Node): Json => {
  if (node.type === 'array') return (node.children ?? []).map(jsonOf);
  if (node.type !== 'object') return scalarOf(node.value);
  return Object.fromEntries(
    (node.children ?? []).flatMap(({children}) => {
      const [key, value] = children ?? [];
      return key === undefined || value === undefined ? [] : [[String(key.value), jsonOf(value)]];
    }),
  );
};

const scalarOf = (value: unknown): Json =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

/** The property of an object by its name: the last one, as readers take it. */
const propertyOf = (node: Node, key: string | number): Node | undefined =>
  node.type === 'object' ? node.children?.findLast((property) => property.children?.[0]?.value === key) : undefined;

const nodeAt = (root: Node, path: KeyPath): Node | undefined =>
  path.reduce<Node | undefined>((node, key) => {
    if (node?.type === 'array' && typeof key === 'number') return node.children?.[key];
    return node === undefined ? undefined : propertyOf(node, key)?.children?.[1];
  }, root);

const duplicateIn = (root: Node, path: KeyPath): string | null => {
  for (let length = 0; length < path.length; length += 1) {
    const node = nodeAt(root, path.slice(0, length));
    const key = path[length];
    const same = node?.type === 'object' ? node.children?.filter(({children}) => children?.[0]?.value === key) : [];
    if ((same?.length ?? 0) > 1) return String(key);
  }
  return null;
};

const sequenceOf = (node: Node): Sequence => ({
  open: node.offset + 1,
  close: node.offset + node.length - 1,
  elements: (node.children ?? []).map(({offset, length}) => ({start: offset, end: offset + length})),
  comments: COMMENTS,
});

const spliceOf = (text: string, root: Node, operation: Operation): readonly TextEdit[] | null => {
  const {unit} = layoutOf(text);
  const colon = colonOf(text, root);
  if (operation.kind === 'wrap') return wrapped(text, root, operation.keys, colon);
  const node = nodeAt(root, operation.path);
  if (node === undefined) return null;
  switch (operation.kind) {
    case 'replace': {
      const setting = {
        isMultiline: text.includes('\n') && !isDense(text, node),
        indent: indentAt(text, node.offset),
        eol: layoutOf(text, node.offset).eol,
      };
      return [{offset: node.offset, length: node.length, text: written(operation.value, setting, unit, colon)}];
    }
    case 'add': {
      if (node.type !== 'object') return null;
      const raw = operation.rawFrom === undefined ? undefined : nodeAt(root, operation.rawFrom);
      const value = (setting: Setting): string =>
        raw === undefined ? written(operation.value, setting, unit, colon) : moved(text, raw, setting);
      const isWide = isRecord(operation.value) && Object.keys(operation.value).length > 0 && text.includes('\n');
      const write = (setting: Setting): string => `${JSON.stringify(operation.key)}${colon}${value(setting)}`;
      return insertElement(text, sequenceOf(node), Number.POSITIVE_INFINITY, write, isWide);
    }
    case 'insert':
      if (node.type !== 'array') return null;
      return insertElement(
        text,
        sequenceOf(node),
        operation.index,
        (setting) => written(operation.value, setting, unit, colon),
        false,
      );
    case 'drop': {
      const parent = nodeAt(root, operation.path.slice(0, -1));
      const key = operation.path.at(-1);
      if (parent === undefined || key === undefined) return null;
      const element = parent.type === 'object' ? propertyOf(parent, key) : node;
      return removeElement(
        text,
        sequenceOf(parent),
        element === undefined ? -1 : (parent.children ?? []).indexOf(element),
      );
    }
    case 'rekey': {
      const key = node.parent?.children?.[0];
      if (node.parent?.type !== 'property' || key === undefined) return null;
      return [{offset: key.offset, length: key.length, text: JSON.stringify(operation.to)}];
    }
  }
};

/** The object or array that holds the node stands on one line. */
const isDense = (text: string, node: Node): boolean => {
  const holder = node.parent?.type === 'property' ? node.parent.parent : node.parent;
  return holder !== undefined && !text.slice(holder.offset, holder.offset + holder.length).includes('\n');
};

/** What stands between key and value in this document. */
const colonOf = (text: string, root: Node): string => {
  const property = root.type === 'object' ? root.children?.[0] : undefined;
  const [key, value] = property?.children ?? [];
  if (key === undefined || value === undefined) return ': ';
  const between = text.slice(key.offset + key.length, value.offset);
  return /^[ \t]?:[ \t]{0,2}$/.test(between) ? between : ': ';
};

/** A value as text: lists of plain values stay on one line, other things open up where their surroundings do. */
const written = (value: Json, setting: Setting, unit: string, colon: string): string => {
  const gap = colon.endsWith(':') ? '' : ' ';
  const inner = {...setting, indent: setting.indent + unit};
  if (Array.isArray(value)) {
    const isPlain = value.every((item) => typeof item !== 'object' || item === null);
    const items = value.map((item) => written(item, inner, unit, colon));
    if (isPlain || !setting.isMultiline) return `[${items.join(`,${gap}`)}]`;
    return `[${setting.eol}${items.map((item) => inner.indent + item).join(`,${setting.eol}`)}${setting.eol}${setting.indent}]`;
  }
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}${colon}${written(item, inner, unit, colon)}`,
  );
  if (members.length === 0 || !setting.isMultiline) return `{${members.join(`,${gap}`)}}`;
  return `{${setting.eol}${members.map((item) => inner.indent + item).join(`,${setting.eol}`)}${setting.eol}${setting.indent}}`;
};

/** A value's own text under another indentation; comments and spellings stay. */
const moved = (text: string, node: Node, {indent}: Setting): string => {
  const raw = text.slice(node.offset, node.offset + node.length);
  const old = indentAt(text, node.offset);
  return raw.includes('/*')
    ? raw
    : raw.replaceAll(
        /\n([ \t]*)/g,
        (_, own: string) => `\n${own.startsWith(old) ? indent + own.slice(old.length) : own}`,
      );
};

const wrapped = (text: string, root: Node, keys: KeyPath, colon: string): readonly TextEdit[] => {
  const {eol, unit} = layoutOf(text, root.offset);
  const end = root.offset + root.length;
  const raw = text.slice(root.offset, end);
  const isWide = raw.includes('\n');
  const open = keys.map((key, i) => `{${isWide ? eol + unit.repeat(i + 1) : ''}${JSON.stringify(String(key))}${colon}`);
  const shut = keys.map((_, i) => `${isWide ? eol + unit.repeat(keys.length - 1 - i) : ''}}`);
  // Lines of a block comment are left where they are: only white space between values may move.
  const lines = raw.includes('/*') ? [] : [...raw.matchAll(/\n(?!\r?\n|$)/g)];
  return [
    {offset: root.offset, length: 0, text: open.join('')},
    ...lines.map((line) => ({offset: root.offset + line.index + 1, length: 0, text: unit.repeat(keys.length)})),
    {offset: end, length: 0, text: shut.join('')},
  ];
};
