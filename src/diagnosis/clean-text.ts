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
    .replace(QUERY, decoded)
    .split('\n')
    .map(unescaped)
    .join('\n')
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

/**
 * A line of a structured log (pino, winston, logfmt, a JSON body inside a JSON body) carries its texts escaped: \" and
 * \n in place of a quote and a line end. One such line becomes the lines that were logged. A path of Windows holds
 * single backslashes and no \", so it stays as it is.
 */
const unescaped = (line: string): string => {
  let text = line;
  for (let depth = 0; depth < 3 && (/\\"/.test(text) || ESCAPED_END.test(text)); depth += 1) {
    text = text.replace(/\\(["\\/nrt])/g, (_, mark: string) => WRITTEN[mark] ?? mark);
  }
  return text;
};

/** What a sign-in page sends back in the address of a browser: ?error_description=The%20user%20said+no */
const QUERY = /(?<=[?&_](?:error_description|error|message|reason|detail)=)[^\s&"'<>]{3,2000}/g;

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
};

const WRITTEN: Readonly<Record<string, string>> = {n: '\n', r: '', t: ' '};

/** A line end spelt out between two lines of a trace: "Error: x\n    at y", "x\nTraceback". */
const ESCAPED_END = /(?<!\\)\\n(?: {2,8}(?:at |File )|Traceback|[A-Z]\w{2,40}(?:Error|Exception):)/;

const PREFIXES: readonly RegExp[] = [
  // 2026-11-21T12:00:00.123Z, 2026-11-21 12:00:00,123, with or without brackets
  /^\s*\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?[\s:|-]*/,
  // 12:00:00.123
  /^\s*\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]?[\s:|-]*/,
  // [info], [error], INFO:, level=error
  /^\s*\[(?:info|error|warn|warning|debug|trace|fatal)\][\s:]*/i,
  /^\s*(?:INFO|ERROR|WARN|WARNING|DEBUG|TRACE|FATAL)(?:\s*[:|]\s+|\s+-\s+|\s{2,})/,
  // adk_web_server.py:883 - as loggers name the place
  /^\s*[\w.]{1,80}(?::\w{1,60})?:\d{1,6}\s+-\s+/,
  // the bars of an exception group, the boxes that terminal programs draw, and 'web-1  | ' of docker compose
  /^\s*(?:[|│┃║]\s{1,8}){1,4}(?=\S)/,
  /^[a-z][\w.-]{0,60}\s{1,20}\|\s+(?=\S)/i,
  // the marks of terminal programs
  /^\s*[✕✖✗✘⚠■•●⎿ℹ]\uFE0F?\s+/,
  // [server-name] as clients write it in front of a line of theirs
  /^\s*\[[\w@./-]{1,80}\]\s+(?=\S)/,
  /^\s*(?:\[stderr\]|Server stderr:|stderr:)\s*/i,
];

const cleanLine = (line: string): string => {
  let rest = line.replace(/[\s│┃║█]+$/, '');
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
