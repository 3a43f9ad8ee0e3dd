import {isRecord, type Json, type KeyPath} from '../../model/json.ts';

/** The smallest steps in which a document's text is changed; every edit of a value comes down to these. */
export type Operation =
  | {readonly kind: 'replace'; readonly path: KeyPath; readonly value: Json}
  /** A new key at the end of the object at `path`. `rawFrom` names a value of the same file whose text is kept. */
  | {
      readonly kind: 'add';
      readonly path: KeyPath;
      readonly key: string;
      readonly value: Json;
      readonly rawFrom?: KeyPath;
    }
  /** Away with a key, or with an item of an array. */
  | {readonly kind: 'drop'; readonly path: KeyPath}
  | {readonly kind: 'rekey'; readonly path: KeyPath; readonly to: string}
  /** A new item in the array at `path`, before `index`. */
  | {readonly kind: 'insert'; readonly path: KeyPath; readonly index: number; readonly value: Json}
  /** The whole document becomes the value under these keys. */
  | {readonly kind: 'wrap'; readonly keys: KeyPath};

/** Equal as data: the order of keys does not count. */
export const isSame = (a: Json | undefined, b: Json | undefined): boolean => {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  if (isRecord(a) && isRecord(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
    );
  }
  return Object.is(a, b);
};

/** The fewest operations that make `after` of `before`, so that what did not change keeps its bytes and comments. */
export const operationsBetween = (before: Json, after: Json, path: KeyPath = []): readonly Operation[] => {
  if (isSame(before, after)) return [];
  if (isRecord(before) && isRecord(after)) return betweenObjects(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) return betweenArrays(before, after, path);
  return [{kind: 'replace', path, value: after}];
};

type JsonObject = {readonly [key: string]: Json};

const betweenObjects = (before: JsonObject, after: JsonObject, path: KeyPath): readonly Operation[] => {
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const fresh = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  const stayed = Object.keys(before)
    .filter((key) => Object.hasOwn(after, key))
    .flatMap((key) => operationsBetween(before[key] ?? null, after[key] ?? null, [...path, key]));
  const [from] = gone;
  const [to] = fresh;
  // One key away and one new: the key is renamed in its place.
  if (gone.length === 1 && fresh.length === 1 && from !== undefined && to !== undefined) {
    const inside = operationsBetween(before[from] ?? null, after[to] ?? null, [...path, to]);
    return [...stayed, {kind: 'rekey', path: [...path, from], to}, ...inside];
  }
  // New keys come first: an object that is empty in between would lose its layout.
  const adds = fresh.map((key): Operation => ({kind: 'add', path, key, value: after[key] ?? null}));
  const drops = gone.map((key): Operation => ({kind: 'drop', path: [...path, key]}));
  return [...stayed, ...adds, ...drops];
};

const betweenArrays = (before: readonly Json[], after: readonly Json[], path: KeyPath): readonly Operation[] => {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSame(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSame(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1;
  const old = before.length - head - tail;
  const next = after.length - head - tail;
  const operations: Operation[] = [];
  for (let i = head; i < head + Math.min(old, next); i += 1) {
    operations.push(...operationsBetween(before[i] ?? null, after[i] ?? null, [...path, i]));
  }
  for (let i = head + old; i < head + next; i += 1) {
    operations.push({kind: 'insert', path, index: i, value: after[i] ?? null});
  }
  for (let i = head + old - 1; i >= head + next; i -= 1) operations.push({kind: 'drop', path: [...path, i]});
  return operations;
};
