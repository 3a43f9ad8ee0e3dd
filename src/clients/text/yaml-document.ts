import {type Document, isAlias, isMap, isScalar, isSeq, type Node, visit} from 'yaml';
import type {ConfigDocument} from './document.ts';
import {parsedYaml} from './parsed-yaml.ts';
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
  const document = parsedYaml(text);
  if (typeof document === 'string') return {...NOTHING, refused: document};
  const targets = targetsOf(document);
  const resolve = (node: Node): Node | null => (isAlias(node) ? (targets.get(node) ?? null) : node);
  const walk: Walk = {resolve, left: MAX_NODES, above: new Set()};
  const lenient = document.contents === null ? null : treeOf(document.contents, walk, 0);
  const [first] = document.errors;
  if (first === undefined) return {...NOTHING, root: lenient, lenient};
  const kind = /^(?:<{7}|>{7}) /m.test(text) ? 'merge-conflict' : 'other';
  const before = text.slice(0, first.pos[0]).split('\n');
  const message = `${first.message.split('\n')[0]} at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}:`;
  return {...NOTHING, lenient, trouble: {kind, offset: first.pos[0], message, repair: null, more: 0}};
};

/**
 * What each alias stands for: the last node before it that has its anchor. Found in one walk; asking the library for one
 * alias after the other goes through the whole document each time.
 */
const targetsOf = (document: Document.Parsed): ReadonlyMap<Node, Node> => {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  visit(document, {
    Node: (_key, node) => {
      const target = isAlias(node) ? anchors.get(node.source) : undefined;
      if (target !== undefined) targets.set(node, target);
      if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
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
