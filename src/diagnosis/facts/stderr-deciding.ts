/** The line of a program's last words that says why it ended, and the place in its source where one is named. */
export interface LastWords {
  readonly line: string;
  readonly place: string | null;
}

/** A stack frame, a code frame or a rule: never the deciding line. */
const FRAME =
  /^\s*(?:at\s|File "|\^+|~+|\||-{3,}|={3,}|\.\.\. \d+ more|from \S+:\d+|goroutine \d+|\d+:\s+0x|note: |stack backtrace|Node\.js v\d|npm (?:error|ERR!) (?:A complete log|Log files)|\}$|\{$|\[$|\]$)/;

/** Words that decide, the surest first. Each is how one language or family of tools ends a program. */
const DECIDING: readonly RegExp[] = [
  // Java: the innermost cause stands last.
  /^Caused by: .+/,
  // Rust before and after 1.73 (the message moved to the next line).
  /^thread '[^']*' (?:\(\d+\) )?panicked at .+/,
  // Go.
  /^(?:panic: |fatal error: ).+/,
  // .NET, PHP, Elixir, Perl, Ruby.
  /^Unhandled exception\.? .+/i,
  /^PHP Fatal error: .+/,
  /^\*\* \(\w[\w.]*\) .+/,
  /^Can't locate \S+ in @INC.*/,
  /^\S+\.rb:\d+:in .+ \(\w[\w:]*\)$/,
  // Java's first line, Python's last line, Node's error line.
  /^Exception in thread .+/,
  /^(?:[\w.]+\.)?\w*(?:Error|Exception|Exit|Interrupt|Failure)(?: \[\w+\])?: .+/,
  /^(?:Uncaught )?\w*(?:Error|Exception)(?: \[\w+\])?: .+/,
  /^(?:\S+: )?(?:fatal|FATAL|Fatal)\b.+/,
  /^(?:sh|bash|zsh|dash|env|\/\S+): .+/,
  /^(?:npm (?:error|ERR!)|error:|Error:|ERROR:|×) .+/,
  /\b(?:fatal|error|panic|exception|traceback|failed|failure|cannot|could not|unable to|denied|refused|invalid|missing|required|not (?:set|found|defined))\b/i,
];

const PLACES: readonly RegExp[] = [
  /^(?:file:\/\/)?(\/[^\s:]+:\d+)(?::\d+)?$/m,
  /^([A-Za-z]:\\[^\s:]+:\d+)$/m,
  /panicked at (?:'.*', )?(\S+:\d+)(?::\d+)?/,
  /^(\S+\.rb:\d+):in /m,
  /(?<![\w./-])((?:file:\/\/)?\/[^\s():]{1,400}\.[cm]?[jt]sx?:\d+)(?::\d+)?\)?/,
  /\((\w+\.(?:java|kt):\d+)\)/,
  / in (\S+\.cs):line (\d+)/,
  /^\s{0,8}in "([^"\n]{1,300})", line (\d+)/m,
  /^[^\S\n]{1,40}(\/\S+\.go:\d+)/m,
];

/** The deciding line of what a program wrote before it ended; null where it wrote nothing. */
export const lastWordsOf = (said: string): LastWords | null => {
  const text = ungrouped(said);
  const lines = text.split('\n').map((line) => line.trimEnd());
  const words = lines.filter((line) => line.trim() !== '' && !FRAME.test(line));
  for (const pattern of DECIDING) {
    const hit = words.findLast((line) => pattern.test(line.trim()));
    if (hit !== undefined) return {line: withNext(hit, lines).trim(), place: placeOf(text)};
  }
  const last = words.at(-1);
  return last === undefined ? null : {line: last.trim(), place: placeOf(text)};
};

/** Python draws a tree of lines around the errors of a group; the error inside it is the one that decides. */
const ungrouped = (text: string): string =>
  text.includes('Exception Group Traceback') ? text.replaceAll(/^[^\S\n]{0,40}(?:[|+][^\S\n]){1,12}/gm, '') : text;

/** Since 1.73 Rust writes the message of a panic on the line after its place. */
const withNext = (hit: string, lines: readonly string[]): string => {
  if (!/panicked at \S+:\d+:\d+:$/.test(hit)) return hit;
  return `${hit} ${lines[lines.indexOf(hit) + 1] ?? ''}`;
};

const placeOf = (text: string): string | null => {
  // Python names the innermost frame last.
  const frames = [...text.matchAll(/File "([^"]+)", line (\d+)/g)];
  const inner = frames.at(-1);
  if (inner !== undefined) return `${inner[1] ?? ''}:${inner[2] ?? ''}`;
  for (const pattern of PLACES) {
    const hit = pattern.exec(text);
    if (hit !== null)
      return (hit[2] === undefined ? (hit[1] ?? '') : `${hit[1] ?? ''}:${hit[2]}`).replace('file://', '');
  }
  return null;
};
