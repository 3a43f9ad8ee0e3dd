import type {Host} from '../../model/host.ts';
import {isRecord, type Json} from '../../model/json.ts';
import {printable} from '../../model/printable.ts';
import type {Redactor} from '../../model/redact.ts';
import type {ServerEntry, StdioLaunch} from '../../model/server.ts';
import {type RunningProcess, shutDown, startProcess} from '../process/index.ts';
import {environmentOf} from '../stdio/environment.ts';
import {lookAtCommand} from '../stdio/look-at-command.ts';
import {endedWith, type SeenAgain} from './seen-again.ts';

export interface RerunOptions {
  readonly host: Host;
  readonly redactor: Redactor;
  /** Lines to write. Several messages in one are written at once; those whose id is no number are not waited for. */
  readonly messages: readonly string[];
  /** Hold the input open until the answer comes. */
  readonly waits: boolean;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly minimalEnv?: boolean;
  /** What to say to a question of the server; without it, nothing. */
  readonly reply?: (question: {readonly [key: string]: Json}) => string | null;
}

const MOST_TEXT = 2000;
/** After the last answer, for a server that ends at once or writes more. */
const SETTLE_MS = 60;

/**
 * Does by itself what the pasted line does: starts the command with its variables, writes the lines, and sees what comes
 * back. No shell is started. Starts programs: only for an approved entry.
 */
export const rerunCommand = async (
  entry: ServerEntry,
  launch: StdioLaunch,
  options: RerunOptions,
): Promise<SeenAgain> => {
  const {host, redactor, messages, signal} = options;
  const look = await lookAtCommand(entry, launch, {host, redactor});
  if (look.evidence.resolved === null) return {kind: 'not-started', detail: 'ENOENT', text: ''};
  const env = environmentOf(host, entry, launch, look.search, options.minimalEnv === true);
  const lines = createLines((question) => {
    const answer = options.reply?.(question) ?? null;
    if (answer !== null) running.write(`${answer}\n`);
  });
  const running: RunningProcess = startProcess({
    host,
    command: look.start,
    args: launch.args,
    cwd: look.cwd,
    env,
    onStdout: (chunk) => lines.hear(chunk),
  });
  const failure = await running.spawned;
  if (failure !== null) return {kind: 'not-started', detail: failure.code, text: failure.message};
  const wanted = messages.flatMap((message) => idOf(message) ?? []);
  await converse(running, lines, options, wanted);
  const exit = running.exit();
  // Before its input is closed: what it says then nobody waits for.
  const seen = lines.seen(wanted.at(-1) ?? 1);
  await shutDown(host, running, {graceMs: signal.aborted ? 300 : 1000});
  const safe = (text: string): string => printable(redactor.text(text)).slice(0, MOST_TEXT);
  if (seen.kind === 'silence' && exit !== null) return endedWith(exit);
  return {...seen, text: safe(seen.text)};
};

/** Writes one line after the other; a request waits for the answer before it, as a client does. */
const converse = async (
  running: RunningProcess,
  lines: Lines,
  {host, messages, waits, timeoutMs, signal}: RerunOptions,
  wanted: readonly number[],
): Promise<void> => {
  const until = host.now() + timeoutMs;
  const left = (): number => Math.max(0, until - host.now());
  for (const message of messages) {
    running.write(`${message}\n`);
    const id = idOf(message);
    if (!waits || id === null) continue;
    if (!(await lines.answered(id, left(), running.drained, signal))) return;
  }
  if (!waits) {
    running.endInput();
    await lines.answered(wanted.at(-1) ?? 1, left(), running.drained, signal);
  }
  await lines.answered(-1, Math.min(SETTLE_MS, left()), running.drained, signal);
};

const idOf = (message: string): number | null => {
  const ids = message.split('\n').flatMap((line) => {
    const value = parsed(line);
    return isRecord(value) && typeof value['id'] === 'number' ? [value['id']] : [];
  });
  return ids.at(-1) ?? null;
};

/** Standard output, line by line. */
interface Lines {
  readonly hear: (chunk: Buffer) => void;
  /** True when the answer of that id came; false when time is over, the program ended, or it was stopped. */
  readonly answered: (id: number, ms: number, ended: Promise<unknown>, signal: AbortSignal) => Promise<boolean>;
  readonly seen: (id: number) => SeenAgain;
}

const createLines = (onQuestion: (question: {readonly [key: string]: Json}) => void): Lines => {
  let rest = '';
  const answers = new Map<number, string>();
  const odd: string[] = [];
  const waiting = new Map<number, () => void>();
  const take = (line: string): void => {
    if (line.trim() === '') return;
    const value = parsed(line);
    if (!isRecord(value) || value['jsonrpc'] !== '2.0') {
      if (odd.length < 20) odd.push(line);
      return;
    }
    if (typeof value['method'] === 'string') {
      if (value['id'] !== undefined) onQuestion(value);
      return;
    }
    if (typeof value['id'] !== 'number') return;
    answers.set(value['id'], line);
    waiting.get(value['id'])?.();
  };
  return {
    hear: (chunk) => {
      const parts = (rest + chunk.toString('utf8')).slice(-4 * 1024 * 1024).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) take(part);
    },
    answered: async (id, ms, ended, signal) => {
      if (answers.has(id)) return true;
      let timer: NodeJS.Timeout | undefined;
      const onAbort = (): void => waiting.get(id)?.();
      signal.addEventListener('abort', onAbort, {once: true});
      await new Promise<void>((resolve) => {
        waiting.set(id, resolve);
        timer = setTimeout(resolve, ms);
        void ended.then(() => resolve());
        if (signal.aborted) resolve();
      });
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      return answers.has(id);
    },
    seen: (id) => {
      if (odd.length > 0) return {kind: 'noise', detail: '', text: odd[0] ?? ''};
      const line = answers.get(id) ?? answers.get(1);
      if (line === undefined)
        return rest.trim() === ''
          ? {kind: 'silence', detail: '', text: ''}
          : {kind: 'noise', detail: '', text: rest.slice(0, MOST_TEXT)};
      const value = parsed(line);
      const error = isRecord(value) ? value['error'] : undefined;
      if (isRecord(error)) return {kind: 'error', detail: String(error['code']), text: String(error['message'])};
      return answers.has(id) ? {kind: 'answered', detail: '', text: line} : {kind: 'silence', detail: '', text: ''};
    },
  };
};

const parsed = (line: string): Json | undefined => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // What is no JSON is told as noise.
  }
};
