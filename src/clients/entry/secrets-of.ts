import type {EntryString} from './entry-strings.ts';
import type {Expanded} from './expand.ts';
import {isSecretKey, isSecretValue, looksLikeToken} from './looks-secret.ts';
import {placeholderOf} from './placeholder-of.ts';

const SCHEME = /^\s*["'`\u201c]?\s*(bearer|basic|token|apikey|api-key|digest|bot|key|jwt|oauth)\b[:\s]+(.*)$/is;

/** In `Authorization` the first of two words is the scheme, however it is spelt. */
const TWO_WORDS = /^\s*["'`\u201c]?\s*([A-Za-z][\w-]*:?)\s+(\S.*)$/s;

/** 'Bearer x' in its parts; null where no authentication scheme comes first. */
export const schemeOf = (text: string, name = ''): {readonly scheme: string; readonly rest: string} | null => {
  const found = SCHEME.exec(text) ?? (/^(?:proxy-)?authorization$/i.test(name) ? TWO_WORDS.exec(text) : null);
  return found === null ? null : {scheme: found[1] ?? '', rest: found[2] ?? ''};
};

/** The parts of one text that must never be shown. */
export const secretsIn = (string: EntryString, expanded: Expanded): readonly string[] => {
  const written = partsOf(string, string.text);
  if (expanded.uses.length === 0 && written.length === 0) return written;
  const found = new Set(written);
  if (expanded.text !== string.text) for (const part of partsOf(string, expanded.text)) found.add(part);
  for (const use of expanded.uses) {
    const values = use.isExpanded && use.isSet ? expanded.values : [];
    for (const value of values)
      if (string.field === 'headers' || isSecretKey(use.reference.name) || looksLikeToken(value)) found.add(value);
  }
  return [...found].flatMap((secret) => (secret.trim() === secret ? [secret] : [secret, secret.trim()]));
};

/** What was found in short texts: '-y' and 'info' stand in a thousand entries. */
const KNOWN = new Map<string, readonly string[]>();
const MAX_KNOWN = 4000;

const partsOf = (string: EntryString, text: string): readonly string[] => {
  if (text.length > 80) return partsNow(string, text);
  const key = `${string.field}\0${string.name}\0${text}`;
  const parts = KNOWN.get(key) ?? partsNow(string, text);
  if (KNOWN.size < MAX_KNOWN) KNOWN.set(key, parts);
  return parts;
};

const partsNow = ({field, name}: EntryString, text: string): readonly string[] => {
  if (isOnlyReferences(text)) return [];
  if (field === 'url') return urlSecrets(text);
  if (field === 'headers') return headerSecrets(name, text);
  if (field === 'args' || field === 'command') return argumentSecrets(name, text);
  const inside = /:\/\//.test(text) ? urlSecrets(text) : [];
  return isSecretValue(name, text) && inside.length === 0 ? [text] : inside;
};

/** '${TOKEN}' and 'Bearer ${TOKEN}' hold no secret of their own. */
const isOnlyReferences = (text: string): boolean =>
  /^\s*(?:(?:bearer|basic|token)\s+)?(?:\$\{[^}]*\}|\$\w+|%\w+%|\{(?:env|file):[^}]*\})\s*$/i.test(text);

const headerSecrets = (name: string, text: string): readonly string[] => {
  const scheme = schemeOf(text, name);
  if (scheme !== null) {
    const again = schemeOf(scheme.rest);
    const rest = unquoted(again?.rest ?? scheme.rest);
    return rest === '' || placeholderOf(rest) !== null || isOnlyReferences(rest) ? [] : [rest];
  }
  const bare = unquoted(text);
  return isSecretValue(name, bare) ? [bare] : [];
};

const argumentSecrets = (name: string, text: string): readonly string[] => {
  if (name !== '' && !/^-/.test(text) && isSecretValue(name, text) && isSecretKey(name)) return [text];
  const header = /^([\w-]{2,60}):\s*(.+)$/s.exec(text);
  if (header !== null && !/^\/\//.test(header[2] ?? '')) return headerSecrets(header[1] ?? '', header[2] ?? '');
  const pair = /^-{0,2}([\w.-]{2,80})=(.+)$/s.exec(text);
  if (pair !== null) {
    const [, key = '', value = ''] = pair;
    if (/:\/\//.test(value)) return urlSecrets(value);
    return isSecretValue(key, value) ? [value] : [];
  }
  if (/:\/\//.test(text)) return urlSecrets(text);
  return looksLikeToken(text) ? [text] : [];
};

/** Passwords, query values and path parts of a URL that are tokens. */
const urlSecrets = (text: string): readonly string[] => {
  const found: string[] = [];
  const user = /:\/\/([^/?#@\s]*):([^/?#\s]*)@/.exec(text);
  if (user?.[2] !== undefined && !isOnlyReferences(user[2]) && placeholderOf(user[2]) === null) found.push(user[2]);
  const alone = /:\/\/([^/?#@:\s]+)@/.exec(text)?.[1];
  if (alone !== undefined && looksLikeToken(alone)) found.push(alone);
  for (const [, key = '', value = ''] of text.matchAll(/[?&;]([\w.-]+)=([^&#;\s]*)/g))
    if (!isOnlyReferences(value) && isSecretValue(key, value)) found.push(value);
  const path = /^[^?#]*/.exec(text.replace(/^[a-z][\w+.-]*:\/\/[^/?#]*/i, ''))?.[0] ?? '';
  for (const part of path.split('/')) if (part.length >= 20 && looksLikeToken(part)) found.push(part);
  return found;
};

const unquoted = (text: string): string => text.trim().replace(/^["'`\u201c]+|["'`\u201d]+$/g, '');
