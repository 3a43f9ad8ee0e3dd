/**
 * An error text as it comes out of a terminal or a log, made ready for matching: ANSI codes, time stamps, log levels
 * and the client's own prefixes go, endless words are shortened; words and line ends stay. Linear in the length of the text.
 */
export const cleanText = (text: string): string =>
  text
    .replace(ANSI, '')
    .replace(ESCAPED_ANSI, '')
    .replace(/\r\n?/g, '\n')
    .replace(LONG_WORD, (word) => `${word.slice(0, 200)}…${word.slice(-200)}`)
    .split('\n')
    .map(cleanLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

// CSI and OSC sequences, as they are and as our own `printable` spells them.
const ESC = String.fromCharCode(0x1b);
const BEL = String.fromCharCode(0x07);
const ANSI = new RegExp(
  `${ESC}\\[[0-9;?]{0,32}[ -/]{0,4}[@-~]|${ESC}\\][^${BEL}${ESC}\\n]{0,512}(?:${BEL}|${ESC}\\\\)`,
  'g',
);
const ESCAPED_ANSI = /\\(?:x1b|u001b|e|033)\[[0-9;?]{0,32}[@-~]/gi;

/** Words of this length (base64, minified code) decide nothing, and make patterns that look for a name slow. */
const LONG_WORD = /\S{500,}/g;

const PREFIXES: readonly RegExp[] = [
  // 2026-11-21T12:00:00.123Z, 2026-11-21 12:00:00,123, with or without brackets
  /^\s*\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?[\s:|-]*/,
  // 12:00:00.123
  /^\s*\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]?[\s:|-]*/,
  // [info], [error], INFO:, level=error
  /^\s*\[(?:info|error|warn|warning|debug|trace|fatal)\][\s:]*/i,
  /^\s*(?:INFO|ERROR|WARN|WARNING|DEBUG|TRACE|FATAL)(?:\s*[:|]\s+|\s{2,})/,
  // [server-name] as clients write it in front of a line of theirs
  /^\s*\[[\w@./-]{1,80}\]\s+(?=\S)/,
  /^\s*(?:\[stderr\]|Server stderr:|stderr:)\s*/i,
];

const cleanLine = (line: string): string => {
  let rest = line.replace(/\s+$/, '');
  for (let round = 0; round < 3; round += 1) {
    const next = PREFIXES.reduce(
      (text, prefix) => (prefix.test(text) && !isProtected(text) ? text.replace(prefix, '') : text),
      rest,
    );
    if (next === rest || next.trim() === '') return rest;
    rest = next;
  }
  return rest;
};

/** '[dotenv@17.2.3] injecting env' is no prefix: there the word in brackets is the message. */
const isProtected = (text: string): boolean => /^\s*\[(?:dotenv|ERR_|Errno|WinError)/i.test(text);
