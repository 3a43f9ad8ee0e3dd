import type {LogLine} from './log-lines.ts';

export interface LoggedFailure {
  readonly text: string;
  readonly atMs: number | null;
}

const FAILURE =
  /\b(?:error|failed|failure|ENOENT|EACCES|ECONN\w+|ETIMEDOUT|EADDRINUSE|exited|disconnected|refused|unauthori[sz]ed|forbidden|denied|timed out|timeout(?! (?:of|set|is)\b|[:=])|closed unexpectedly|not found|cannot find|no such file|is not recognized|traceback|exception|panicked|invalid|not valid json)\b/i;

/** Words of a connection that stands: what failed before them is past. */
const SUCCESS =
  /\b(?:successfully connected|connection established|discovered \d+ tools?|found \d+ tools?|connected with capabilities)\b|^Connection state: Running$/i;

/** What every failure is followed by, and what says nothing of its reason. */
const EMPTY_WORDS =
  /^(?:client transport closed|server transport closed|shutting down server|message from (?:client|server)|closing transport)/i;

const MOST_LINES = 12;
const MOST_CHARACTERS = 4000;
/** Lines of one failure are written within moments. */
const WITHIN_MS = 3000;

/** The newest failure that the lines tell, with what was said around it; null where the last words are of success. */
export const newestFailure = (lines: readonly LogLine[]): LoggedFailure | null => {
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line === undefined || EMPTY_WORDS.test(line.text)) continue;
    if (SUCCESS.test(line.text)) return null;
    if (!isFailure(line)) continue;
    return {text: around(lines, at, line), atMs: line.atMs};
  }
  return null;
};

const isFailure = (line: LogLine): boolean => line.isError || FAILURE.test(line.text);

/** The lines just before that belong to it: other failures, and words of the server, which carry no time. */
const around = (lines: readonly LogLine[], last: number, failure: LogLine): string => {
  const kept: string[] = [];
  for (let at = last; at >= 0 && kept.length < MOST_LINES; at -= 1) {
    const line = lines[at];
    if (line === undefined || SUCCESS.test(line.text)) break;
    if (line.atMs !== null && failure.atMs !== null && failure.atMs - line.atMs > WITHIN_MS) break;
    const belongs = !EMPTY_WORDS.test(line.text) && (isFailure(line) || !line.hasTime);
    if (belongs && !kept.includes(line.text)) kept.unshift(line.text);
  }
  return kept.join('\n').slice(-MOST_CHARACTERS);
};
