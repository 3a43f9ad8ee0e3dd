import {placeholderOf} from './placeholder-of.ts';
import {tokenFamily} from './token-family.ts';

const SECRET_NAME =
  /(?:^|[^a-z])(?:pass(?:word|wd|phrase|code)?|pwd|secrets?|tokens?|api_?keys?|apikeys?|access_?keys?|private_?keys?|secret_?keys?|signing_?keys?|encryption_?keys?|auth|authorization|credentials?|creds?|bearer|cookie|session|jwt|pat|dsn|webhook|salt|phrase|mnemonic|seed|otp|pin|conn(?:ection)?_?str(?:ing)?|key)(?:$|[^a-z])/;

/** Names whose words say 'key' or 'auth' and yet hold no secret. */
const HARMLESS_NAME =
  /(?:^|_)(?:path|paths|file|files|dir|folder|url|uri|host|port|type|mode|name|names|header|scheme|method|enabled|timeout|ttl|expires?|length|count|max|limit|env|provider|algorithm|region)$/;

/** A name of a variable, header, query key or option under which secrets stand. */
export const isSecretKey = (name: string): boolean => {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[-.\s]+/g, '_');
  return SECRET_NAME.test(words) && !HARMLESS_NAME.test(words);
};

const HARMLESS_VALUE: readonly RegExp[] = [
  /^$/,
  /^(?:true|false|yes|no|on|off|null|none|auto|default|debug|info|warn(?:ing)?|error|trace|production|development|test|staging|local)$/i,
  /^-?\d{1,7}(?:\.\d+)?(?:ms|s|m|h|d|kb|mb|gb|%)?$/i,
  /^v?\d+\.\d+(?:\.\d+)?(?:[-+][\w.]+)?$/,
  /^\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]+)?$/,
  /^(?:[A-Za-z]:)?(?:~|\.{1,2})?[\\/][^\s?#@]*$/,
  /^[a-z]{2}(?:[-_][A-Z]{2})?(?:\.UTF-8)?$/,
  /^[a-z]{2,4}(?:-[a-z]+)+-\d[a-z]?$/,
  /^(?:localhost|[\w-]+(?:\.[\w-]+)+|\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?$/,
];

/** A value that looks like a token whatever its name: a known family, or long, unbroken and mixed. */
export const looksLikeToken = (value: string): boolean => {
  const text = value.trim();
  if (tokenFamily(text) !== null) return true;
  if (HARMLESS_VALUE.some((form) => form.test(text))) return false;
  if (text.length < 16 || /\s/.test(text) || /^[a-z][\w+.-]*:\/\//i.test(text) || /^@?[\w-]+\/[\w./@-]+$/.test(text))
    return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(text)).length;
  return /^[\w+/=.~-]+$/.test(text) && kinds >= 2 && /\d/.test(text) && !isWordy(text);
};

/** 'my-long-option-name-2', 'mcp-notes-7f3': words joined by marks, as names are; short mixed parts may stand between. */
const isWordy = (text: string): boolean => {
  const words = text.split(/[-_./@]/).filter((word) => word !== '');
  const plain = words.filter((word) => /^(?:[a-z]{2,}|[A-Z][a-z]+)$/.test(word));
  return (
    words.length > 1 &&
    plain.length * 2 >= words.length &&
    words.every((word) => plain.includes(word) || /^(?:[a-z]|[A-Z]+|v?\d{1,8}|[a-z\d]{1,4})$/.test(word))
  );
};

/** Several plain words under any name may be a passphrase; options, paths and sentences with marks are not. */
const looksLikePhrase = (text: string): boolean => /^[\p{L}\d]+(?: [\p{L}\d]+){3,}$/u.test(text) && text.length >= 16;

/** The value under this name must not be shown. A placeholder and a harmless word may be. */
export const isSecretValue = (name: string, value: string): boolean => {
  const text = value.trim();
  if (text === '' || placeholderOf(text) !== null) return false;
  if (looksLikeToken(text) || looksLikePhrase(text)) return true;
  return isSecretKey(name) && !/^(?:true|false|yes|no|on|off|null|none|auto|\d{1,3})$/i.test(text);
};
