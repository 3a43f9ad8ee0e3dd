/** A link of an error's cause chain, outermost first. */
export interface ErrorLink {
  readonly name: string;
  readonly code: string | null;
  readonly message: string;
  readonly syscall: string | null;
  readonly address: string | null;
  readonly port: number | null;
}

/** Milliseconds from the start of the exchange; null where the phase did not happen. */
export interface Timings {
  readonly dns: number | null;
  readonly tcp: number | null;
  readonly tls: number | null;
  readonly firstByte: number | null;
  readonly total: number;
}

/** One HTTP request and what came back. Redacted and printable. */
export interface Exchange {
  /** Why it was made: 'initialize', 'discover', 'tools/list', 'sse', 'without-header:X', 'path:/mcp', 'metadata' … */
  readonly purpose: string;
  readonly startedAt: string;
  readonly request: {readonly method: string; readonly url: string; readonly headers: Readonly<Record<string, string>>};
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly contentType: string | null;
    readonly body: {
      readonly kind: 'json-rpc' | 'json' | 'sse' | 'html' | 'text' | 'empty' | 'binary' | 'broken-json';
      readonly text: string;
      readonly bytes: number;
      /** <title> of a page. */
      readonly title: string | null;
      /** The body ended before its length, or in the middle of a message. */
      readonly isTruncated: boolean;
    };
    /** For an event stream: how many events and comments came, and whether one was the answer. */
    readonly stream: {readonly events: number; readonly comments: number; readonly hasAnswer: boolean} | null;
  } | null;
  readonly error: readonly ErrorLink[];
  /** The limit of ours that ended it: 'total-time', 'idle-time', 'body-size', 'header-size', 'events', 'redirects'. */
  readonly bound: string | null;
  /** Each hop that was answered by a redirect; `followed` says whether we went on. */
  readonly redirects: readonly {
    readonly status: number;
    readonly from: string;
    readonly to: string;
    readonly isSameOrigin: boolean;
    readonly followed: boolean;
    readonly why: string | null;
  }[];
  readonly timings: Timings;
}

/** From the URL to an open socket: one layer at a time. */
export interface NetworkEvidence {
  readonly url: string;
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly isUrlValid: boolean;
  readonly urlProblem: string | null;
  readonly reach: 'loopback' | 'private' | 'public' | 'unknown';
  readonly proxy: {
    readonly variable: string;
    readonly url: string;
    readonly isBypassed: boolean;
    readonly error: readonly ErrorLink[] | null;
    readonly status: number | null;
  } | null;
  readonly dns: {readonly addresses: readonly string[]; readonly error: ErrorLink | null; readonly ms: number} | null;
  /** The line of this machine's hosts file that names the host; it wins over DNS. Null where none does. */
  readonly hostsFile: {readonly path: string; readonly line: number; readonly address: string} | null;
  readonly tcp: readonly {
    readonly address: string;
    readonly family: 4 | 6;
    readonly isOpen: boolean;
    readonly error: ErrorLink | null;
    readonly ms: number;
  }[];
  /** Where the same port answers on loopback although the address asked for does not: '::1', '127.0.0.1'. */
  readonly openAt: readonly string[];
  /** Ports on the same loopback host that answer like an MCP server, for a wrong port. Only asked for loopback. */
  readonly otherPorts: readonly {readonly port: number; readonly isMcp: boolean; readonly serverName: string | null}[];
  readonly tls: {
    readonly isOk: boolean;
    readonly error: ErrorLink | null;
    readonly subject: string | null;
    readonly issuer: string | null;
    readonly altNames: readonly string[];
    readonly validFrom: string | null;
    readonly validTo: string | null;
    readonly isSelfSigned: boolean;
    readonly protocol: string | null;
    readonly ms: number;
  } | null;
  /** What the port speaks when asked the other way: 'http' behind an https URL, 'tls' behind an http URL. */
  readonly speaks: 'http' | 'tls' | 'other' | null;
  /** A control that does not concern the server: is our own network, clock and proxy all right? */
  readonly control: {readonly hasNetwork: boolean | null; readonly clockSkewMs: number | null};
}

/** A variation of the request that was tried, and whether it got further. */
export interface Trial {
  /** 'transport:sse', 'transport:http', 'without-header:X-Notes-Beta', 'host:127.0.0.1', 'path:/mcp', 'scheme:https', 'no-slash', 'retry', 'header:X-API-Key' … */
  readonly what: string;
  readonly url: string;
  readonly status: number | null;
  readonly isMcp: boolean;
  readonly note: string;
}

export interface HttpEvidence {
  readonly declared: 'http' | 'sse';
  /** The transport that answered as MCP; null for neither. */
  readonly answered: 'http' | 'sse' | null;
  /** The exchange that decides: the first request of the declared transport, as the client would make it. */
  readonly main: Exchange;
  readonly exchanges: readonly Exchange[];
  readonly trials: readonly Trial[];
  /** Repeats of the same request after a transient answer: statuses in order, and whether one went through. */
  readonly retries: {
    readonly statuses: readonly (number | null)[];
    readonly recovered: boolean;
    readonly retryAfterMs: number | null;
  } | null;
  readonly sessionId: boolean;
}

/** One hop of the sign-in chain: what was asked, what was answered. */
export interface OAuthHop {
  readonly hop:
    | 'challenge'
    | 'resource-metadata'
    | 'authorization-server'
    | 'registration'
    | 'pkce'
    | 'scopes'
    | 'token';
  readonly asked: string | null;
  readonly status: number | null;
  readonly outcome: 'ok' | 'failed' | 'skipped';
  /** What was seen, in one sentence, with the names. */
  readonly seen: string;
  /** A word for a failed hop: 'no-challenge', 'not-found', 'resource-mismatch', 'issuer-mismatch', 'no-registration', 'no-pkce', 'not-json', 'not-https', 'no-authorization-servers', 'unreachable' … */
  readonly problem: string | null;
  /** Public fields of the document (endpoints, scopes, methods). */
  readonly found: Readonly<Record<string, string | readonly string[]>>;
}

export interface AuthEvidence {
  /** The status that asked for authentication: 401, 403, or null when none did. */
  readonly status: number | null;
  readonly wwwAuthenticate: string | null;
  readonly challenge: {readonly scheme: string; readonly params: Readonly<Record<string, string>>} | null;
  /** Words of the body: error, error_description, message. */
  readonly bodyError: string | null;
  readonly bodyMessage: string | null;
  /** A credential was presented: the header it stood in, else null. */
  readonly presentedIn: string | null;
  /** A header that the server's answer names and that we did not send ('X-API-Key'). */
  readonly wantedHeader: string | null;
  readonly requiredScopes: readonly string[];
  readonly hops: readonly OAuthHop[];
}
