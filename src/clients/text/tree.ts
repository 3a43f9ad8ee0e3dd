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
export const duplicatesIn = (node: TreeNode | null): readonly Duplicate[] => {
  const found: Duplicate[] = [];
  if (node !== null) collect(node, [], found);
  return found;
};

/** `path` is one list that grows and shrinks on the way: a state file has a hundred thousand places. */
const collect = (node: TreeNode, path: (string | number)[], found: Duplicate[]): void => {
  const inside = (child: TreeNode, key: string | number): void => {
    if (child.kind === 'scalar') return;
    path.push(key);
    collect(child, path, found);
    path.pop();
  };
  if (node.kind === 'array') node.items.forEach(inside);
  if (node.kind !== 'object') return;
  if (hasTwins(node.members)) found.push(...twinsOf(node.members, path));
  for (const member of node.members) inside(member.node, member.key);
};

/** Most objects are small: to compare each key with each is quicker there than to make a set. */
const FEW = 8;

const hasTwins = (members: readonly Member[]): boolean =>
  members.length > FEW
    ? new Set(members.map(({key}) => key)).size < members.length
    : members.some(({key}, index) => members.findIndex((one) => one.key === key) < index);

const twinsOf = (members: readonly Member[], path: KeyPath): readonly Duplicate[] => {
  const places = new Map<string, number[]>();
  for (const {key, keyOffset} of members) {
    const known = places.get(key);
    if (known === undefined) places.set(key, [keyOffset]);
    else known.push(keyOffset);
  }
  return [...places]
    .filter(([, offsets]) => offsets.length > 1)
    .map(([key, offsets]) => ({path: [...path, key], offsets}));
};
