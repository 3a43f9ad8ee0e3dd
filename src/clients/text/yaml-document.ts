import {isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument} from 'yaml';
import type {ConfigDocument} from './config-document.ts';
import type {Member, Scalar, TreeNode} from './tree.ts';

const NOTHING = {root: null, lenient: null, trouble: null, refused: null};

/** Aliases and nesting stop here; a file of settings needs neither. */
const MAX_LEVELS = 64;
const MAX_NODES = 200_000;

interface Walk {
  readonly resolve: (node: Node) => Node | null;
  /** Aliases repeat what they name: a small file can stand for billions of values. */
  left: number;
  /** What the present node stands inside of. */
  readonly above: Set<Node>;
}

/** A YAML text as a tree. Keys that are no texts count by their text. */
export const readYaml = (text: string): ConfigDocument => {
  const document = parseDocument(text, {lineCounter: new LineCounter(), uniqueKeys: false, logLevel: 'silent'});
  const targets = new Map<Node, Node | null>();
  const resolve = (node: Node): Node | null => {
    if (!isAlias(node)) return node;
    // Finding an anchor goes through the whole document, so each alias asks once.
    const known = targets.get(node);
    if (known !== undefined) return known;
    const target = node.resolve(document) ?? null;
    targets.set(node, target);
    return target;
  };
  const walk: Walk = {resolve, left: MAX_NODES, above: new Set()};
  const lenient = document.contents === null ? null : treeOf(document.contents, walk, 0);
  const [first] = document.errors;
  if (first === undefined) return {...NOTHING, root: lenient, lenient};
  const kind = /^(?:<{7}|>{7}) /m.test(text) ? 'merge-conflict' : 'other';
  const message = first.message.split('\n')[0] ?? '';
  return {...NOTHING, lenient, trouble: {kind, offset: first.pos[0], message, repair: null, more: 0}};
};

const treeOf = (given: Node, walk: Walk, level: number): TreeNode => {
  const node = walk.resolve(given);
  walk.left -= 1;
  const [offset = 0, end = offset] = given.range ?? [];
  const length = end - offset;
  // An alias inside its own anchor would go round for ever.
  if (level > MAX_LEVELS || walk.left < 0 || node === null || walk.above.has(node))
    return {kind: 'scalar', offset, length, value: null};
  walk.above.add(node);
  const tree = treeBelow(node, {offset, length}, walk, level);
  walk.above.delete(node);
  return tree;
};

const treeBelow = (
  node: Node,
  {offset, length}: {readonly offset: number; readonly length: number},
  walk: Walk,
  level: number,
): TreeNode => {
  if (isMap<Node, Node | null>(node)) {
    const members = node.items.map((pair): Member => {
      const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
      const [keyOffset = offset, keyEnd = keyOffset] = pair.key.range ?? [];
      const value: TreeNode =
        pair.value === null
          ? {kind: 'scalar', offset: keyEnd, length: 0, value: null}
          : treeOf(pair.value, walk, level + 1);
      return {key, keyOffset, keyLength: keyEnd - keyOffset, node: value};
    });
    return {kind: 'object', offset, length, members};
  }
  if (isSeq<Node>(node))
    return {kind: 'array', offset, length, items: node.items.map((item) => treeOf(item, walk, level + 1))};
  return {kind: 'scalar', offset, length, value: isScalar(node) ? scalar(node.value) : null};
};

const scalar = (value: unknown): Scalar =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : String(value);
