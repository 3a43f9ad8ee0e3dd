import {createHmac, randomBytes} from 'node:crypto';
import {printable} from '../../model/printable.ts';
import type {Redactor} from '../../model/redact.ts';
import type {ValueShape} from '../../model/value-shape.ts';
import type {EntryString} from './entry-strings.ts';
import type {Expanded} from './expand.ts';
import {jwtShapeOf} from './jwt-shape.ts';
import {placeholderOf} from './placeholder-of.ts';
import {schemeOf} from './secrets-of.ts';
import {tokenFamily} from './token-family.ts';

/** New for each run, so that a tag says 'equal' and nothing else. */
const RUN_KEY = randomBytes(32);

/** Equal for equal values within a run; tells nothing of the value. */
const tagOf = (value: string): string => createHmac('sha256', RUN_KEY).update(value).digest('hex').slice(0, 8);

/** What can be said of one configured text without showing it. `secrets` are the parts of it that must not be shown. */
export const valueShapeOf = (
  string: EntryString,
  expanded: Expanded,
  secrets: readonly string[],
  redactor: Redactor,
): ValueShape => {
  const value = expanded.text;
  const scheme = schemeIn(string, value);
  const doubled = scheme === null ? null : schemeOf(scheme.rest);
  const rest = doubled?.rest ?? scheme?.rest ?? value;
  const bare = rest.trim().replace(/^["'`\u201c]|["'`\u201d]$/g, '');
  return {
    path: string.path,
    text: printable(redactor.text(value)),
    length: value.length,
    references: expanded.uses.map((use) => use.reference.name),
    literalReferences: expanded.uses
      .filter((use) => value.includes(use.reference.written) && (!use.isExpanded || !use.isSet))
      .map((use) => use.reference.name),
    isEmpty: value.trim() === '',
    isSecret: secrets.length > 0,
    hasOuterSpace: value !== value.trim(),
    hasLineEnd: /[\r\n]/.test(value),
    hasControl: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\t/.test(value),
    hasNonAscii: /[^\u0000-\u007f]/.test(value),
    quotedBy: quoteAround(value.trim()) ?? quoteAround(rest.trim()),
    placeholder: placeholderIn(bare, expanded),
    scheme: scheme?.scheme ?? null,
    hasDoubledScheme: doubled !== null && scheme !== null && doubled.rest.trim() !== '',
    repeatedName: repeatedName(string, value),
    family: tokenFamily(bare),
    jwt: jwtShapeOf(bare),
    tag: tagOf(value),
  };
};

/** A whole line of a .env file, pasted as the value. */
const repeatedName = (string: EntryString, value: string): string | null => {
  if (string.field !== 'env' || !value.includes('=')) return null;
  const found = /^\s*(?:export\s+|set\s+|\$env:)?([A-Za-z_]\w{2,80})\s*=(?=.)/s.exec(value);
  return found !== null && found[1] === string.name ? found[0] : null;
};

/** In a header, or in an argument that gives one ('Authorization: Bearer x'). */
const schemeIn = (string: EntryString, value: string): ReturnType<typeof schemeOf> => {
  if (string.field === 'headers') return schemeOf(value, string.name);
  const header = string.field === 'args' ? /^([\w-]{2,60}):\s*(.+)$/s.exec(value) : null;
  return header === null ? null : schemeOf(header[2] ?? '', header[1] ?? '');
};

const QUOTES: readonly (readonly ['"' | "'" | '`' | '\u201c', RegExp])[] = [
  ['"', /^"[^"]*"$/s],
  ["'", /^'[^']*'$/s],
  ['`', /^`[^`]*`$/s],
  ['\u201c', /^[\u201c\u201d\u201e][^\u201c\u201d]*[\u201c\u201d]$/s],
];

const quoteAround = (text: string): ValueShape['quotedBy'] =>
  text.length < 2 ? null : (QUOTES.find(([, form]) => form.test(text))?.[0] ?? null);

/** A reference that was left as it stands is no placeholder: that is told by `literalReferences`. */
const placeholderIn = (bare: string, expanded: Expanded): string | null => {
  const found = placeholderOf(bare);
  if (found === null) return null;
  return expanded.uses.some((use) => use.reference.written === bare) ? null : found;
};
