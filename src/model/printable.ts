/**
 * Foreign text made safe for a terminal: control characters, bidirectional overrides and invisible characters become
 * visible escapes (\x1b, \u202e). Total, idempotent on its own output, never throws. Line feeds and tabs stay.
 */
export const printable = (text: string): string => {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    out += isOdd(code) ? escapeOf(code) : character;
  }
  return out;
};

/** The same for one line: line feeds and tabs become visible too. */
export const printableLine = (text: string): string => printable(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');

const isOdd = (code: number): boolean =>
  (code < 0x20 && code !== 0x0a && code !== 0x09) ||
  (code >= 0x7f && code <= 0x9f) ||
  code === 0xad ||
  code === 0x61c ||
  code === 0x180e ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x2028 && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x206f) ||
  code === 0xfeff ||
  (code >= 0xfff9 && code <= 0xfffb) ||
  (code >= 0xd800 && code <= 0xdfff) ||
  (code >= 0xe0000 && code <= 0xe0fff);

const escapeOf = (code: number): string =>
  code <= 0xff
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code <= 0xffff ? code.toString(16).padStart(4, '0') : `{${code.toString(16)}}`}`;
