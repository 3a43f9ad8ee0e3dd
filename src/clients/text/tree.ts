import type {Json, KeyPath} from '../../model/json.ts';

/** A value in a text, with its place. The same for JSON, TOML and YAML, so that only reading knows the format. */
export type TreeNode =
  | {readonly kind: 'object'; readonly offset: number; readonly length: number; readonly members: readonly Member[]}
  | {readonly kind: 'array'; readonly offset: number; readonly length: number; readonly items: readonly TreeNode[]}
  | {readonly kind: 'scalar'; readonly offset: number; readonly length: number; readonly value: Scalar};

export type Scalar = string | number | boolean | null;

export interface Member {
  readonly key: string;
  readonly keyOffset: number;
  readonly keyLength: number;
  readonly node: TreeNode;
}

/** Puts a member where a key such as '__proto__' stays a plain key. */
const put = (into: Record<string, Json>, key: string, value: Json): void => {
  if (key === '__proto__')
    Object.defineProperty(into, key, {value, enumerable: true, configurable: true, writable: true});
  else into[key] = value;
};

/** The plain value. Of a key that stands twice the last one counts, as in every JSON reader. */
export const plainValue = (node: TreeNode): Json => {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map(plainValue);
  const out: Record<string, Json> = {};
  for (const member of node.members) put(out, member.key, plainValue(member.node));
  return out;
};

/** The member of that name; the last one where it stands twice. */
export const memberOf = (node: TreeNode | null | undefined, key: string): Member | undefined =>
  node?.kind === 'object' ? node.members.findLast((member) => member.key === key) : undefined;

/** The node at a path, or null. */
export const nodeAt = (root: TreeNode | null, path: KeyPath): TreeNode | null => {
  let at: TreeNode | null | undefined = root;
  for (const key of path) {
    if (at?.kind === 'array' && typeof key === 'number') at = at.items[key];
    else at = memberOf(at, String(key))?.node;
    if (at === undefined || at === null) return null;
  }
  return at ?? null;
};

/** The nodes at a path in which `*` stands for any key, each with its own path. */
export const nodesAt = (
  root: TreeNode | null,
  path: KeyPath,
): readonly {readonly path: KeyPath; readonly node: TreeNode}[] => {
  const star = path.indexOf('*');
  if (star === -1) {
    const node = nodeAt(root, path);
    return node === null ? [] : [{path, node}];
  }
  const folder = nodeAt(root, path.slice(0, star));
  if (folder?.kind !== 'object') return [];
  const keys = [...new Set(folder.members.map(({key}) => key))].filter((key) => key !== '*');
  return keys.flatMap((key) => nodesAt(root, [...path.slice(0, star), key, ...path.slice(star + 1)]));
};

/** Where a value is named: the offset of its key, or of the value itself in a list; null where there is none. */
export const offsetOf = (root: TreeNode | null, path: KeyPath): number | null => {
  const last = path.at(-1);
  if (last === undefined) return root?.offset ?? null;
  const parent = nodeAt(root, path.slice(0, -1));
  if (typeof last === 'number') return parent?.kind === 'array' ? (parent.items[last]?.offset ?? null) : null;
  return memberOf(parent, last)?.keyOffset ?? null;
};

export interface Duplicate {
  readonly path: KeyPath;
  /** Offsets of the key, in order. */
  readonly offsets: readonly number[];
}

/** Keys that stand more than once in one object, anywhere below `node`. */
export const duplicatesIn = (node: TreeNode | null, path: KeyPath = []): readonly Duplicate[] => {
  const found: Duplicate[] = [];
  collect(node, path, found);
  return found;
};

const collect = (node: TreeNode | null, path: KeyPath, found: Duplicate[]): void => {
  if (node === null || node.kind === 'scalar') return;
  if (node.kind === 'array') {
    node.items.forEach((item, index) => {
      if (item.kind !== 'scalar') collect(item, [...path, index], found);
    });
    return;
  }
  const keys = new Set<string>();
  const twice = new Set<string>();
  for (const {key} of node.members) (keys.has(key) ? twice : keys).add(key);
  for (const key of twice) {
    const offsets = node.members.filter((member) => member.key === key).map((member) => member.keyOffset);
    found.push({path: [...path, key], offsets});
  }
  for (const member of node.members)
    if (member.node.kind !== 'scalar') collect(member.node, [...path, member.key], found);
};
