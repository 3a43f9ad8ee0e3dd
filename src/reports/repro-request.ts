import {type EntryEvidence, seen} from '../model/evidence.ts';
import {isRecord, type Json, valueAt} from '../model/json.ts';
import {ownName, type Repro, type ReproSubject} from './repro-subject.ts';
import {createVariableNames, quoted, shellName, type VariableNames} from './shell-quoted.ts';

const LIMIT_S = 30;
/** Headers that curl makes itself, that change nothing, or that belong to one session. */
const LEFT_OUT = /^(?:accept-encoding|user-agent|content-length|host|connection|mcp-session-id)$/i;

/** A `curl` line with the headers that the client sends; hidden values are variables. */
export const requestRepro = (about: ReproSubject): Repro => {
  const {evidence, entry, words} = about;
  const names = createVariableNames();
  const http = seen(evidence, 'http');
  const isStream = (http?.declared ?? entry.transport) === 'sse';
  const address = http?.main.request.url ?? entry.url ?? '';
  const url = quoted(names.pieces(address, urlName));
  const glob = /[[\]{}]/.test(address) ? ' -g' : '';
  const headers = headersOf(about, names);
  const line = (message: string | null, more: readonly string[] = [], flags = '-i -N'): string => {
    const own = message === null ? ['Accept: text/event-stream'] : OWN_HEADERS;
    return [
      `curl -sS ${flags}${glob} --max-time ${LIMIT_S}`,
      ...[...own, ...modernHeaders(message)].map((header) => `-H ${quoted([header])}`),
      ...headers,
      ...more,
      ...(message === null ? [] : [`--data-raw ${quoted([message])}`]),
      url,
    ].join(' \\\n  ');
  };
  return {
    kind: 'request',
    text: isStream ? line(null) : linesOf(words, http?.sessionId === true, line),
    // A stream's answers come on the stream: only its opening can be shown in one line.
    messages: isStream ? [] : words,
    variables: names.names(),
    waits: true,
    notes: isStream ? ['The older transport: the stream must begin with an event named endpoint.'] : [],
  };
};

const OWN_HEADERS = ['Content-Type: application/json', 'Accept: application/json, text/event-stream'];

type LineOf = (message: string | null, more?: readonly string[], flags?: string) => string;

/** One request after the other; a session that the server gives is carried on. */
const linesOf = (words: readonly string[], hasSession: boolean, line: LineOf): string => {
  const [first, ...rest] = words;
  if (first === undefined) return line(null);
  if (rest.length === 0) return line(first);
  const version = parsed(first, ['params', 'protocolVersion']);
  const spoken = typeof version === 'string' ? [`-H ${quoted([`MCP-Protocol-Version: ${version}`])}`] : [];
  if (!hasSession) return [line(first), ...rest.map((word) => line(word, spoken))].join('\n');
  const read = `tr -d '\\r' | awk 'tolower($1) == "mcp-session-id:" {print $2}'`;
  const carried = [...spoken, '-H "Mcp-Session-Id: $SESSION"'];
  return [
    `SESSION=$(${line(first, [], '-D - -o /dev/null')} | ${read})`,
    ...rest.map((word) => line(word, carried)),
  ].join('\n');
};

const parsed = (message: string, path: readonly string[]): Json | undefined => {
  const value: unknown = JSON.parse(message);
  return isRecord(value) ? valueAt(value, path) : undefined;
};

/** Headers that every modern request repeats from its own metadata. */
const modernHeaders = (message: string | null): readonly string[] => {
  if (message === null) return [];
  const version = parsed(message, ['params', '_meta', 'io.modelcontextprotocol/protocolVersion']);
  const method = parsed(message, ['method']);
  return typeof version === 'string' ? [`MCP-Protocol-Version: ${version}`, `Mcp-Method: ${String(method)}`] : [];
};

/** What the client adds: as it was really sent where it was, else as it is configured. */
const headersOf = ({evidence, entry}: ReproSubject, names: VariableNames): readonly string[] => {
  const sent = seen(evidence, 'http')?.main.request.headers ?? configured(entry);
  const own = /^(?:content-type|accept|mcp-protocol-version|mcp-method)$/i;
  return Object.entries(sent)
    .filter(([name]) => !LEFT_OUT.test(name) && !own.test(name))
    .map(([name, value]) => {
      // `-H 'X:'` would take the header away.
      if (value === '') return `-H ${quoted([`${name};`])}`;
      return `-H ${quoted([`${name}: `, ...names.pieces(value, headerName(entry, name))])}`;
    });
};

const configured = (entry: EntryEvidence): Readonly<Record<string, string>> =>
  Object.fromEntries(
    entry.values.flatMap(({path, text}): readonly [string, string][] => {
      const [field, name] = path;
      return field === entry.rules.fields.headers && typeof name === 'string' && path.length === 2
        ? [[name, text]]
        : [];
    }),
  );

const headerName = (entry: EntryEvidence, name: string): string => {
  const {headers} = entry.rules.fields;
  const own = headers === null ? null : ownName(entry, headers, name);
  return own ?? (name.toLowerCase() === 'authorization' ? `${shellName(entry.name)}_TOKEN` : shellName(name));
};

/** The key of the query before a hidden value, else URL_SECRET. */
const urlName = (before: string): string => /[?&;]([\w.-]+)=$/.exec(before)?.[1] ?? 'URL_SECRET';
