import type {Edit} from '../../model/change.ts';
import {isRecord, type Json, type KeyPath, valueAt} from '../../model/json.ts';
import {rewritten} from './rewrite.ts';

/** The document after the edit, as data; or a sentence on why the edit does not fit what is there. */
export type Edited = {readonly value: Json} | {readonly refused: string};
export type ValueEdit = Exclude<Edit, {readonly kind: 'syntax' | 'encode' | 'ask'}>;

const refused = (why: string): Edited => ({refused: why});

/** What an edit makes of a document. Pure; text and layout are the languages' business. */
export const applyEdit = (root: Json | undefined, path: KeyPath, edit: ValueEdit): Edited => {
  const old = path.length === 0 ? root : valueAt(root, path);
  const key = path.at(-1);
  switch (edit.kind) {
    case 'set':
      return put(root, path, edit.value);
    case 'merge': {
      if (old !== undefined && !isRecord(old)) return refused('There is no table of keys at this place');
      const gone = new Set(edit.remove ?? []);
      const kept = Object.entries(old ?? {}).filter(([name]) => !gone.has(name));
      return put(root, path, Object.fromEntries([...kept, ...Object.entries(edit.values)]));
    }
    case 'insert': {
      if (!Array.isArray(old)) return refused('There is no list at this place');
      return put(root, path, [...old.slice(0, edit.index), edit.value, ...old.slice(edit.index)]);
    }
    default:
  }
  if (old === undefined || root === undefined) return refused('What this would change is not there any more');
  switch (edit.kind) {
    case 'remove':
      return path.length === 0 ? refused('A whole document is never removed') : without(root, path);
    case 'rewrite': {
      const next = rewritten(old, edit.how);
      return 'refused' in next ? next : put(root, path, next.value);
    }
    case 'rename': {
      const parent = valueAt(root, path.slice(0, -1));
      if (!isRecord(parent) || typeof key !== 'string') return refused('Only a key of a table can be renamed');
      if (Object.hasOwn(parent, edit.to)) return refused(`The key "${edit.to}" is there already`);
      const next = edit.then === undefined ? {value: old} : rewritten(old, edit.then);
      if ('refused' in next) return next;
      const renamed = Object.entries(parent).map(([name, item]) =>
        name === key ? [edit.to, next.value] : [name, item],
      );
      return put(root, path.slice(0, -1), Object.fromEntries(renamed));
    }
    case 'move':
      return move(root, path, edit.to, old);
  }
};

const put = (root: Json | undefined, path: KeyPath, value: Json): Edited => {
  const [key, ...rest] = path;
  if (key === undefined) return {value};
  if (Array.isArray(root) && typeof key === 'number' && key <= root.length) {
    const inner = put(root[key], rest, value);
    return 'refused' in inner ? inner : {value: [...root.slice(0, key), inner.value, ...root.slice(key + 1)]};
  }
  if (typeof key !== 'string' || (root !== undefined && root !== null && !isRecord(root))) {
    return refused(`There is no table of keys around "${String(key)}"`);
  }
  const table = isRecord(root) ? root : {};
  const inner = put(Object.hasOwn(table, key) ? table[key] : undefined, rest, value);
  if ('refused' in inner) return inner;
  // Entries, because a key may be '__proto__'.
  const entries = Object.entries(table).map(([name, item]): [string, Json] => [
    name,
    name === key ? inner.value : item,
  ]);
  return {value: Object.fromEntries(Object.hasOwn(table, key) ? entries : [...entries, [key, inner.value]])};
};

const without = (root: Json, path: KeyPath): Edited => {
  const parent = valueAt(root, path.slice(0, -1));
  const key = path.at(-1);
  if (Array.isArray(parent))
    return put(
      root,
      path.slice(0, -1),
      parent.filter((_, index) => index !== key),
    );
  const entries = Object.entries(parent ?? {}).filter(([name]) => name !== key);
  return put(root, path.slice(0, -1), Object.fromEntries(entries));
};

const move = (root: Json, from: KeyPath, to: KeyPath, old: Json): Edited => {
  if (from.length === 0) return put({}, to, old);
  const isInside = from.every((key, i) => to[i] === key);
  if (isInside) {
    // 'a' becomes 'a.b': what stands there becomes the inner value.
    const inner = put({}, to.slice(from.length), old);
    return 'refused' in inner ? inner : put(root, from, inner.value);
  }
  const there = valueAt(root, to);
  if (there !== undefined && !(isRecord(there) && isRecord(old)))
    return refused('Something else stands at the new place');
  const clash =
    isRecord(there) && isRecord(old) ? Object.keys(old).find((key) => Object.hasOwn(there, key)) : undefined;
  if (clash !== undefined) return refused(`"${clash}" stands at both places`);
  if (there === undefined && from.length === to.length && from.slice(0, -1).every((key, i) => to[i] === key)) {
    return applyEdit(root, from, {kind: 'rename', to: String(to.at(-1))});
  }
  const removed = without(root, from);
  if ('refused' in removed) return removed;
  return put(removed.value, to, isRecord(there) && isRecord(old) ? {...there, ...old} : old);
};
