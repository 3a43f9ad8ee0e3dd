import type {Edit} from '../model/change.ts';
import {createRedactor} from '../model/redact.ts';

export type ValueKind = Extract<Edit, {kind: 'ask'}>['shape'];

/** What is odd about a typed value, in one sentence that says what to do; null when its shape is right. */
export const checkValue = (kind: ValueKind, value: string): string | null => {
  if (value === '') return 'Type or paste the value first.';
  if (/[\r\n]/.test(value)) return 'This has more than one line. Paste only the value itself.';
  if (value !== value.trim()) return 'There is a space at the beginning or the end. Remove it.';
  if (/[\u0000-\u001f\u007f]/.test(value)) return 'This holds a control character. Copy the value again.';
  if (/^(["'`]).*\1$/.test(value)) return 'Leave out the quotes: they would become part of the value.';
  if (isPlaceholder(value)) return 'This looks like a placeholder. Put the real value here.';
  return RULES[kind](value);
};

/** The client puts the variable's value there when it starts the server, so that the file holds no secret. */
export const isReference = (value: string): boolean =>
  /^(\$\{[A-Za-z_][\w.:-]*\}|\$\{\{ secrets\.\w+ \}\}|\{env:\w+\}|\$[A-Za-z_]\w*|%\w+%)$/.test(value);

/** Whether a value is secret: the place says so, or the value itself does (the password of a database URL, a known shape of key). */
export const isSecretValue = (edit: Edit, value: string): boolean =>
  !isReference(value.trim()) && ((edit.kind === 'ask' && edit.isSecret) || createRedactor().text(value) !== value);

const isPlaceholder = (value: string): boolean => /^<[^>]*>$|^(x{3,}|changeme|todo|your[-_ ].*|\.{3})$/i.test(value);

const RULES: Readonly<Record<ValueKind, (value: string) => string | null>> = {
  token: (value) => {
    if (isReference(value)) return null;
    if (/^(bearer|basic|token)\s/i.test(value))
      return `Leave out "${value.split(/\s/)[0] ?? ''}": type only the token.`;
    return /\s/.test(value) ? 'A token has no spaces. Copy it again.' : null;
  },
  url: (value) =>
    isReference(value) || (URL.canParse(value) && /^https?:\/\/[^/]/.test(value))
      ? null
      : 'A URL begins with https:// or http:// and names a host, like https://example.com/mcp',
  path: (value) =>
    isReference(value) || /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(value)
      ? null
      : 'Type the whole path, from the root: /home/you/file',
  name: (value) =>
    /^[A-Za-z_][\w.-]*$/.test(value) ? null : 'A name has letters, digits, "_", "-" and "." and begins with a letter.',
  text: () => null,
};
