import {isRecord, type Json} from '../../model/json.ts';

/** A key as TOML writes it: bare where it may be. */
export const tomlKey = (key: string): string => (/^[A-Za-z0-9_-]+$/.test(key) ? key : quoted(key));

/**
 * A value as TOML writes it on one line; null for what TOML cannot hold (null, half a surrogate pair).
 * @param old the text that it replaces: a 'literal' string stays one where it can
 */
export const tomlText = (value: Json, old: string): string | null => {
  if (typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value)) return null;
    const isLiteral = /^'[^']/.test(old) && !/['\u0000-\u001f\u007f]/.test(value);
    return isLiteral ? `'${value}'` : quoted(value);
  }
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => tomlText(item, ''));
    return items.includes(null) ? null : `[${items.join(', ')}]`;
  }
  if (!isRecord(value)) return null;
  const pairs = Object.entries(value).map(([key, item]) => {
    const text = tomlText(item, '');
    return text === null ? null : `${tomlKey(key)} = ${text}`;
  });
  if (pairs.includes(null)) return null;
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
};

// JSON's escapes are TOML's, but for DEL, which TOML wants escaped too.
const quoted = (text: string): string => JSON.stringify(text).replaceAll('\u007f', '\\u007f');

/** 1e21 and the like need a point or an exponent that TOML takes for a float. */
const numberText = (value: number): string => (Object.is(value, -0) ? '-0.0' : String(value));
