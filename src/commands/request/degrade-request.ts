import {dropPlanOf, withoutPlanned} from '../../clients/request/index.ts';
import {printableLine} from '../../model/printable.ts';
import {EXIT, UserError} from '../../model/user-error.ts';
import {type FindingReport, reportFinding} from '../../reports/finding-report.ts';
import {readHost} from '../host.ts';
import {ownVersion} from '../own-version.ts';
import {decide, isOptional} from './decide.ts';
import {askServers, type RequestLook, readRequestFrom} from './look-at-request.ts';
import {REQUEST_TIMEOUT_MS} from './request-options.ts';

export interface DegradeOptions {
  /** Servers that the request can do without. Left out: every server that is not required. */
  readonly optional?: readonly string[];
  readonly required?: readonly string[];
  /** For each server, in milliseconds. */
  readonly timeoutMs?: number;
  readonly timeoutsFor?: Readonly<Record<string, number>>;
  /** Ask servers on this machine or a private network too. */
  readonly allowPrivate?: boolean;
  /** The headers that go along with the request, so that `anthropic-beta` is checked; they are not sent. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface DroppedServer {
  readonly name: string;
  /** Its place in the `mcp_servers` that were given. */
  readonly index: number;
  /** The id of the root cause, and one or two sentences that name it. */
  readonly id: string;
  readonly cause: string;
  readonly waitingHelps: boolean;
}

export interface DegradedRequest<T> {
  /** The same request without the failing servers that may leave, and without their toolsets. A copy; the given one stays as it is. */
  readonly request: T;
  /** The request would work: everything that is left answers, and nothing in it is wrong. */
  readonly works: boolean;
  readonly dropped: readonly DroppedServer[];
  /** Everything that was found, root causes first; `server` is null for the request as a whole. */
  readonly findings: readonly (FindingReport & {readonly server: string | null})[];
}

/**
 * Asks every MCP server of a Messages API request whether it works, and leaves out those that do not: one unreachable
 * server fails the whole request, and the API does not say which. Calls each server with its own token; calling this is
 * the approval. Places of findings count lines of the request as JSON with an indent of two.
 * @throws UserError for a name that the request does not hold
 */
export const degradeRequest = async <T extends object>(
  request: T,
  options: DegradeOptions = {},
): Promise<DegradedRequest<T>> => {
  const host = readHost(ownVersion());
  const headers =
    options.headers === undefined ? null : Object.entries(options.headers).map(([name, value]) => `${name}: ${value}`);
  const source = {file: 'request', headers, isPrivateAllowed: options.allowPrivate === true};
  const read = await readRequestFrom(Buffer.from(JSON.stringify(request, null, 2)), source, host);
  const choice = {optional: options.optional ?? [], required: options.required ?? [], degrade: true};
  checkNames(
    [...choice.optional, ...choice.required, ...Object.keys(options.timeoutsFor ?? {})],
    read.servers.map(({entry}) => entry.name),
  );
  const look = await askServers(read, {
    host,
    signal: options.signal ?? new AbortController().signal,
    timeoutOf: (name) => options.timeoutsFor?.[name] ?? options.timeoutMs ?? REQUEST_TIMEOUT_MS,
    mayAsk: () => true,
  });
  const {verdict} = await decide(look, choice, source, host);
  const leaving = look.servers.flatMap(({status, entry}, index) =>
    status === 'broken' && isOptional(entry.name, choice) ? [index] : [],
  );
  return {
    request: withoutPlanned(request, dropPlanOf(request, leaving)),
    works: verdict === 'works' || verdict === 'works-without',
    dropped: leaving.map((index) => droppedAt(look, index)),
    findings: [
      ...look.findings.map((finding) => ({...reportFinding(finding), server: null})),
      ...look.servers.flatMap(({entry, diagnosis}) =>
        diagnosis.findings.map((finding) => ({...reportFinding(finding), server: entry.name})),
      ),
    ],
  };
};

const droppedAt = ({servers}: RequestLook, index: number): DroppedServer => {
  const server = servers[index];
  const root = server?.diagnosis.findings[0];
  return {
    name: server?.entry.name ?? '',
    index,
    id: root?.id ?? 'unknown',
    cause: root?.cause ?? 'It does not answer as an MCP server.',
    waitingHelps: root?.waitingHelps ?? false,
  };
};

const checkNames = (given: readonly string[], known: readonly string[]): void => {
  const missing = given.find((name) => !known.includes(name));
  if (missing === undefined) return;
  throw new UserError(
    `The request has no MCP server named ${JSON.stringify(missing)}. ${known.length === 0 ? 'It names none at all.' : `There are: ${known.map(printableLine).join(', ')}.`}`,
    EXIT.usage,
  );
};
