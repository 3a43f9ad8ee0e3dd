import http from 'node:http';
import {printableLine} from '../../model/printable.ts';
import type {Redactor} from '../../model/redact.ts';

/** Header names whose values are never shown: credentials, sessions, cookies, keys. */
const SECRET_NAME =
  /^(?:authorization|proxy-authorization|cookie|set-cookie|mcp-session-id)$|(?:api|access|auth|secret|private|subscription|client)?-?(?:key|token|secret|password|passwd|credential|signature)s?$/i;
const HARMLESS_NAME = /^(?:mcp-|sec-websocket-|x-request-|etag)/i;

const MAX_SHOWN = 600;

/** Headers as they may be shown: secret ones by their scheme only, the others redacted and on one line. */
export const shownHeaders = (
  headers: Readonly<Record<string, string>>,
  redactor: Redactor,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      printableLine(redactor.text(name)).slice(0, MAX_SHOWN),
      isSecretHeader(name) ? hidden(value) : printableLine(redactor.text(value)).slice(0, MAX_SHOWN),
    ]),
  );

/** Whether a header of this name usually carries a credential. */
export const isSecretHeader = (name: string): boolean =>
  name.toLowerCase() === 'mcp-session-id' || (SECRET_NAME.test(name) && !HARMLESS_NAME.test(name));

const hidden = (value: string): string => {
  const scheme = /^(Bearer|Basic|Token|ApiKey|Digest|DPoP|Negotiate)\s+\S/i.exec(value)?.[1];
  return value.trim() === '' ? '' : scheme === undefined ? '[secret]' : `${scheme} [secret]`;
};

/** A value as `fetch` would send it: white space at both ends is dropped (Fetch standard, "normalize a byte sequence"). */
export const normalizedValue = (value: string): string => value.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');

/** The first header that HTTP does not allow, in words without its value; null when all are well. */
export const invalidHeader = (headers: Readonly<Record<string, string>>): {name: string; why: string} | null => {
  for (const [name, value] of Object.entries(headers)) {
    try {
      http.validateHeaderName(name);
    } catch {
      return {name, why: 'its name holds a character that HTTP does not allow'};
    }
    try {
      http.validateHeaderValue(name, value);
    } catch {
      return {name, why: `its value holds ${oddCharacter(value)}, which HTTP does not allow in a header`};
    }
  }
  return null;
};

const oddCharacter = (value: string): string => {
  for (const [index, character] of [...value].entries()) {
    const code = character.codePointAt(0) ?? 0;
    if ((code < 0x20 && code !== 0x09) || code === 0x7f || code > 0xff) {
      return `the character U+${code.toString(16).toUpperCase().padStart(4, '0')} at position ${index + 1}`;
    }
  }
  return 'a character';
};

/** The value of a header, its name in any case. */
export const headerOf = (headers: Readonly<Record<string, string>>, name: string): string | null => {
  const lower = name.toLowerCase();
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === lower);
  return found === undefined ? null : found[1];
};

/** Headers with later ones winning over earlier ones, whatever the case of their names. */
export const mergedHeaders = (
  ...layers: readonly Readonly<Record<string, string>>[]
): Readonly<Record<string, string>> => {
  const merged = new Map<string, readonly [string, string]>();
  for (const layer of layers)
    for (const [name, value] of Object.entries(layer)) merged.set(name.toLowerCase(), [name, value]);
  return Object.fromEntries(merged.values());
};
