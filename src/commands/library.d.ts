// The types of the library, kept by hand: the build copies them to dist/ as they are. test/commands/library.test.ts
// compares them with the code.

export type FailureClass = 'auth' | 'quota' | 'runtime' | 'config';
export type Step = 'config' | 'command' | 'launch' | 'network' | 'http' | 'auth' | 'handshake' | 'tools';

export interface Fix {
  readonly id: string;
  /** What to do, in the imperative. */
  readonly title: string;
  readonly kind: 'edit' | 'run' | 'advice';
  readonly change?: {
    readonly file: string;
    readonly path: readonly (string | number)[];
    readonly after?: unknown;
    readonly edit: string;
    readonly needsValue?: true;
  };
  readonly command?: readonly string[];
  readonly cwd?: string;
}

export interface Finding {
  /** The failure's permanent id: `mcp-fix explain ID` prints its page. */
  readonly id: string;
  readonly class: FailureClass;
  readonly severity: 'error' | 'warning';
  readonly step: Step;
  readonly title: string;
  /** What is wrong here, with the names. Holds no secrets. */
  readonly cause: string;
  readonly evidence: readonly {readonly label: string; readonly text: string; readonly deciding?: string}[];
  readonly confidence: 'certain' | 'likely' | 'possible';
  readonly waitingHelps: boolean;
  readonly location?: {readonly file: string; readonly line: number; readonly column: number};
  readonly fixes: readonly Fix[];
}

export interface DegradeOptions {
  /** Servers that the request can do without. Left out: every server that is not required. */
  readonly optional?: readonly string[];
  readonly required?: readonly string[];
  /** For each server, in milliseconds (default: 10000). */
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
  readonly findings: readonly (Finding & {readonly server: string | null})[];
}

/**
 * Asks every MCP server of a Messages API request whether it works, and leaves out those that do not: one unreachable
 * server fails the whole request, and the API does not say which. Calls each server with its own token; calling this is
 * the approval. Rejects for a name that the request does not hold.
 */
export declare const degradeRequest: <T extends object>(
  request: T,
  options?: DegradeOptions,
) => Promise<DegradedRequest<T>>;

/** The JSON Schema of what `mcp-fix check --json` prints. */
export declare const CHECK_SCHEMA: {readonly [key: string]: unknown};

/** The JSON Schema of what `mcp-fix request --json` prints. */
export declare const REQUEST_SCHEMA: {readonly [key: string]: unknown};
