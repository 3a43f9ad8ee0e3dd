/**
 * Characters that a terminal obeys instead of showing, or that show as nothing: controls, bidirectional overrides,
 * invisible and tag characters, halves of a surrogate pair. Line feeds and tabs are not among them.
 */
const ODD =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|\u034f|[\u17b4\u17b5]|[\u180b-\u180d]|[\ufe00-\ufe0e]|\p{Surrogate}/gu;

/** What most texts are made of, told at once: nothing of it is odd. */
const PLAIN = /^[\t\n\x20-\x7e]*$/;

/**
 * Foreign text made safe for a terminal: what is odd becomes a visible escape (\x1b, \u202e). Total, idempotent on its
 * own output, never throws, takes time in proportion. Line feeds and tabs stay.
 */
export const printable = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(ODD, (character) => escapeOf(character.codePointAt(0) ?? 0));

/** The same for one line: line feeds and tabs become visible too. */
export const printableLine = (text: string): string => printable(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');

const escapeOf = (code: number): string =>
  code <= 0xff
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code <= 0xffff ? code.toString(16).padStart(4, '0') : `{${code.toString(16)}}`}`;

/**
 * The last net before a stream: what is odd becomes `\\uXXXX`, which is plain text for a person and, inside a JSON
 * string, the same value for a program.
 */
export const streamable = (text: string): string =>
  text.replace(ODD, (character) =>
    Array.from(
      {length: character.length},
      (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
