import type {Edit} from '../../model/change.ts';
import {type EntryEvidence, type Evidence, seen} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {isRecord, type KeyPath} from '../../model/json.ts';

/** An edit of one place below the entry, or the same words as advice where no entry is at hand. */
export const editFix = (
  all: Evidence,
  fix: {id: string; title: string; path: KeyPath; edit: Edit; why: string},
): Fix => {
  const entry = seen(all, 'entry');
  if (entry === undefined) return {id: fix.id, title: fix.title, kind: 'advice'};
  const change = {file: entry.file, path: [...entry.at, ...fix.path], edit: fix.edit, why: fix.why};
  return {id: fix.id, title: fix.title, kind: 'edit', change};
};

export const advice = (id: string, title: string): Fix => ({id, title, kind: 'advice'});

/** The key under which the entry holds its URL. */
export const urlKey = (entry: EntryEvidence | undefined): string => {
  const keys = entry?.rules.fields.url ?? [];
  const raw = entry?.raw;
  return keys.find((key) => isRecord(raw) && Object.hasOwn(raw, key)) ?? keys[0] ?? 'url';
};

/** A new URL. Where the written one holds a variable or a secret, only the part that differs is rewritten. */
export const urlFix = (all: Evidence, old: string, url: string, why: string): Fix => {
  const entry = seen(all, 'entry');
  const key = urlKey(entry);
  const title = `Set "${key}" to "${url}"`;
  const written = isRecord(entry?.raw) ? entry.raw[key] : undefined;
  const isPlain = typeof written === 'string' && !/[${}%]|\[secret|…/.test(written);
  if (entry === undefined || isPlain) {
    return editFix(all, {id: 'set-url', title, path: [key], edit: {kind: 'set', value: url}, why});
  }
  const part = differenceOf(old, url);
  if (typeof written !== 'string' || part === null || written.split(part.from).length !== 2) {
    return advice('set-url', title);
  }
  const edit: Edit = {kind: 'rewrite', how: {how: 'replace-text', from: part.from, to: part.to}};
  return editFix(all, {id: 'set-url', title, path: [key], edit, why});
};

/** The part between the common beginning and the common end, widened to the nearest separators. */
const differenceOf = (old: string, next: string): {readonly from: string; readonly to: string} | null => {
  let start = 0;
  while (start < old.length && old[start] === next[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < next.length - start && old.at(-1 - end) === next.at(-1 - end)) end += 1;
  while (start > 0 && !/[:/?]/.test(old[start - 1] ?? '')) start -= 1;
  if (start > 0) start -= 1;
  const from = old.slice(start, old.length - end);
  return from === '' ? null : {from, to: next.slice(start, next.length - end)};
};

/** The setting that makes this client speak the other transport; null where the client has none. */
export const transportFix = (all: Evidence, wanted: 'http' | 'sse', url: string | null, why: string): Fix | null => {
  const entry = seen(all, 'entry');
  const key = urlKey(entry);
  const typeKey = entry === undefined ? 'type' : entry.rules.fields.type;
  const words = Object.entries(entry?.rules.types ?? {http: 'http', sse: 'sse'});
  const word =
    words.find(([name, means]) => means === wanted && name === wanted)?.[0] ??
    words.find(([, means]) => means === wanted)?.[0];
  if (typeKey !== null && word !== undefined) {
    if (url !== null) {
      const edit: Edit = {kind: 'merge', values: {[typeKey]: word, [key]: url}};
      return editFix(all, {
        id: 'set-type',
        title: `Set "${typeKey}" to "${word}" and "${key}" to "${url}"`,
        path: [],
        edit,
        why,
      });
    }
    const edit: Edit = {kind: 'set', value: word};
    return editFix(all, {id: 'set-type', title: `Set "${typeKey}" to "${word}"`, path: [typeKey], edit, why});
  }
  // Clients without a type tell the transports apart by the key of the URL.
  const other = wanted === 'http' ? 'httpUrl' : 'url';
  if (entry?.rules.fields.url.includes(other) === true && key !== other) {
    const edit: Edit = {kind: 'rename', to: other};
    return editFix(all, {id: 'rename-url', title: `Rename "${key}" to "${other}"`, path: [key], edit, why});
  }
  return null;
};

/** The key under which an entry keeps the bare token that goes out as `Authorization: Bearer`; null for most clients. */
export const tokenKey = (entry: EntryEvidence | undefined): string | null =>
  entry?.rules.knownFields.includes('authorization_token') === true ? 'authorization_token' : null;

/** The path below the entry of one of its headers, spelt as it stands there. */
export const headerPath = (entry: EntryEvidence | undefined, name: string): KeyPath => {
  const own = tokenKey(entry);
  if (own !== null && /^authorization$/i.test(name)) return [own];
  const key = entry?.rules.fields.headers ?? 'headers';
  const written = entry?.headerNames.find((one) => one.toLowerCase() === name.toLowerCase());
  return [key, written ?? name];
};

export const hasHeader = (entry: EntryEvidence | undefined, name: string): boolean =>
  entry?.headerNames.some((one) => one.toLowerCase() === name.toLowerCase()) ?? false;
