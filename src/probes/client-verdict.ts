import {stripVTControlCharacters} from 'node:util';
import type {Host} from '../model/host.ts';
import {printableLine} from '../model/printable.ts';
import {createRedactor} from '../model/redact.ts';
import {runOnce} from './process/index.ts';

/** What a client itself says of one server. */
export interface ClientWord {
  readonly name: string;
  readonly word: 'works' | 'fails' | 'waits' | 'listed' | 'not-listed';
  /** Its own words, redacted. */
  readonly says: string;
}

export interface ClientVerdict {
  /** What was run: 'claude mcp list'. */
  readonly command: string;
  readonly outcome: 'answered' | 'not-installed' | 'no-answer' | 'failed';
  readonly words: readonly ClientWord[];
  /** The end of what it wrote when it failed. */
  readonly note: string;
}

/** Each client's own command that lists its servers. VS Code and the desktop programs have none. */
const LISTS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'claude-code': ['claude', 'mcp', 'list'],
  codex: ['codex', 'mcp', 'list'],
  'gemini-cli': ['gemini', 'mcp', 'list'],
  'qwen-code': ['qwen', 'mcp', 'list'],
  'copilot-cli': ['copilot', 'mcp', 'list'],
  cursor: ['cursor-agent', 'mcp', 'list'],
  opencode: ['opencode', 'mcp', 'list'],
};

/** Clients that can be asked. */
export const canBeAsked = (client: string): boolean => Object.hasOwn(LISTS, client);

const LIMIT_MS = 15_000;

/**
 * Asks a client for its own view of its servers. It STARTS them to do so: only when all of them are approved.
 * @param names servers that the configuration names, so that they are known in whatever layout the client prints
 */
export const askClient = async (
  client: string,
  names: readonly string[],
  options: {
    readonly host: Host;
    readonly cwd: string;
    readonly secrets: readonly string[];
    readonly signal: AbortSignal;
  },
): Promise<ClientVerdict | null> => {
  const list = LISTS[client];
  if (list === undefined) return null;
  const [command, ...args] = list;
  const {host, cwd, signal} = options;
  const redactor = createRedactor(options.secrets);
  const done = await runOnce({host, command, args, cwd, env: host.env, timeoutMs: LIMIT_MS, signal});
  const text = stripVTControlCharacters(`${done.stdout}\n${done.stderr}`);
  const clean = (line: string): string => printableLine(redactor.text(line.trim()));
  const answer = (outcome: ClientVerdict['outcome'], note: string): ClientVerdict => ({
    command: list.join(' '),
    outcome,
    note,
    words: outcome === 'answered' ? names.map((name) => wordOn(name, text, clean)) : [],
  });
  if (done.failure !== null) return answer('not-installed', done.failure.message);
  if (done.exit === null) return answer('no-answer', `no answer within ${LIMIT_MS / 1000} s`);
  const last = text.trim().split('\n').at(-1) ?? '';
  return done.exit.code === 0 ? answer('answered', '') : answer('failed', clean(last));
};

const WORDS: readonly (readonly [RegExp, ClientWord['word']])[] = [
  [
    /pending|waiting|not approved|needs? (?:authentication|auth|login|sign)|connecting|disabled|not logged in/i,
    'waits',
  ],
  [/✗|✘|❌|🔴|disconnected|failed|error|unauthorized|not connected|timed out/i, 'fails'],
  [/✓|✔|✅|🟢|\bconnected\b|\bready\b/i, 'works'],
];

/** The line that begins with the name, behind a mark or not; what it says stands behind the last dash. */
const wordOn = (name: string, text: string, clean: (line: string) => string): ClientWord => {
  const form = new RegExp(`^[^\\p{L}\\p{N}_@/-]*${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:$|[:\\s(])`, 'u');
  const line = text.split('\n').find((one) => form.test(one.trim()));
  if (line === undefined) return {name, word: 'not-listed', says: 'it does not name this server'};
  const end = /\s[-–—]\s(?!.*\s[-–—]\s)(.+)$/.exec(line)?.[1] ?? line;
  // A mark in front counts too: '✗ notes: npx … (stdio) - Disconnected'.
  const mark = /^[^\p{L}\p{N}]*/u.exec(line.trim())?.[0] ?? '';
  const word = WORDS.find(([pattern]) => pattern.test(end) || pattern.test(mark))?.[1] ?? 'listed';
  return {name, word, says: clean(end.replace(/^[^\p{L}\p{N}✓✔✗✘]+/u, ''))};
};
