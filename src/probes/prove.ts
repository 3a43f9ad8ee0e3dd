import {setMaxListeners} from 'node:events';
import type {Host} from '../model/host.ts';
import {printable} from '../model/printable.ts';
import {createRedactor} from '../model/redact.ts';
import type {ServerEntry} from '../model/server.ts';
import {withHelperHeaders} from './headers-helper.ts';
import {guardedFetch} from './proof/guarded-fetch.ts';
import {listByLegacyClient} from './proof/legacy-client.ts';
import {listByModernClient} from './proof/modern-client.ts';
import {SDK_VERSIONS} from './proof/sdk-versions.ts';
import type {ProofWay} from './proof/way.ts';
import {fallsBack} from './remote/falls-back.ts';
import {readTarget} from './remote/target.ts';
import {environmentOf} from './stdio/environment.ts';
import {lookAtCommand} from './stdio/look-at-command.ts';
import {timeLimit} from './time-limit.ts';

/** That somebody else's client gets through: the SDK's own, not our probes. */
export interface Proof {
  readonly ok: boolean;
  /** Null where the server offers no tools, or where it did not come so far. */
  readonly tools: number | null;
  /** The package and version that proved it. */
  readonly by: string;
  /** The client's own words, redacted and printable; null when it got through. */
  readonly error: string | null;
  readonly ms: number;
}

export interface ProveOptions {
  readonly host: Host;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly era: 'legacy' | 'modern';
}

const MOST_ERROR = 1000;

/**
 * Connects a real SDK client to the entry's server as its client would, lists the tools and closes. Never signs in, never
 * opens a browser, never throws: what goes wrong is in `error`. Starts programs: only for an approved entry.
 */
export const prove = async (entry: ServerEntry, options: ProveOptions): Promise<Proof> => {
  const {host, era} = options;
  const startedAt = host.now();
  const limit = timeLimit(options.signal, options.timeoutMs);
  const {signal} = limit;
  setMaxListeners(100, signal);
  const redactor = createRedactor(entry.secrets);
  const finish = (part: Pick<Proof, 'ok' | 'tools' | 'error'>): Proof => ({
    ...part,
    by: SDK_VERSIONS[era],
    ms: host.now() - startedAt,
  });
  const failed = (error: string): Proof =>
    finish({ok: false, tools: null, error: printable(redactor.text(error)).slice(0, MOST_ERROR)});
  let last = 'the entry names nothing that could be started or called';
  try {
    for (const way of await waysTo(entry, options, signal)) {
      try {
        const limits = {timeoutMs: options.timeoutMs, signal, version: host.version};
        const list = era === 'legacy' ? listByLegacyClient : listByModernClient;
        return finish({ok: true, tools: await list(way, limits), error: null});
      } catch (error) {
        last = limit.isLate() ? `no answer within ${options.timeoutMs} ms` : wordsOf(error);
      }
      if (signal.aborted) break;
    }
  } catch (error) {
    last = wordsOf(error);
  } finally {
    limit.release();
  }
  return failed(last);
};

const waysTo = async (entry: ServerEntry, options: ProveOptions, signal: AbortSignal): Promise<readonly ProofWay[]> => {
  const {host} = options;
  const {launch} = entry;
  if (launch === null) return [];
  if (launch.kind === 'stdio') {
    const look = await lookAtCommand(entry, launch, {host, redactor: createRedactor(entry.secrets)});
    const env = environmentOf(host, entry, launch, look.search);
    return [{kind: 'stdio', line: {host, command: look.start, args: launch.args, cwd: look.cwd, env}}];
  }
  const {url, problem} = readTarget(launch.url);
  if (url === null) throw new Error(`the URL cannot be called: ${problem}`);
  const {headers} = await withHelperHeaders(entry, launch, {...options, signal});
  const common = {url, headers, fetch: guardedFetch(host, signal)};
  const first: ProofWay = {kind: options.era === 'modern' ? 'http' : launch.transport, ...common};
  return fallsBack(entry, launch.transport) && options.era === 'legacy' ? [first, {kind: 'sse', ...common}] : [first];
};

/** The message of an error and of its causes: `fetch failed` alone says nothing. */
const wordsOf = (error: unknown): string => {
  const words: string[] = [];
  for (let at = error; at instanceof Error && words.length < 5; at = at.cause) {
    const text = at.message === '' ? at.name : at.message;
    if (!words.some((word) => word.includes(text))) words.push(text);
  }
  return words.length === 0 ? String(error) : words.join(': ');
};
