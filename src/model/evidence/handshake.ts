/** A request and its answer, as raw text; redacted and capped. */
export interface Frame {
  readonly direction: 'out' | 'in';
  readonly atMs: number;
  readonly text: string;
}

export interface RpcError {
  readonly code: number;
  readonly message: string;
  readonly data: string | null;
}

/** How far client and server came in saying hello, in which era of the protocol. */
export interface HandshakeEvidence {
  readonly era: 'legacy' | 'modern' | null;
  readonly asked: readonly {
    readonly method: string;
    readonly version: string;
    readonly outcome: 'answered' | 'error' | 'silence' | 'closed' | 'unreadable';
    readonly ms: number;
  }[];
  readonly version: string | null;
  /** Versions that the server names (modern: supportedVersions or error data). */
  readonly supportedVersions: readonly string[];
  readonly serverName: string | null;
  readonly serverVersion: string | null;
  readonly capabilities: readonly string[];
  readonly instructionsLength: number;
  readonly error: RpcError | null;
  readonly timedOut: boolean;
  readonly waitedMs: number;
  /** The answer came, and something in it is not as the protocol says: field and what stood there. */
  readonly malformed: readonly {readonly field: string; readonly seen: string}[];
  readonly frames: readonly Frame[];
  readonly ms: number;
}

export interface SchemaTrouble {
  readonly tool: string;
  readonly index: number;
  readonly kind:
    | 'no-schema'
    | 'no-type'
    | 'type-not-object'
    | 'top-level-combinator'
    | 'dangling-ref'
    | 'bad-name'
    | 'long-name'
    | 'duplicate-name'
    | 'no-name'
    | 'not-json-schema'
    | 'remote-ref'
    | 'too-deep'
    | 'required-unknown'
    | 'no-description'
    | 'bad-property-name'
    /** A value whose schema does not say what it is; an array that does not say what it holds. */
    | 'value-without-type'
    | 'array-without-items'
    /** A field of the tool, of its schema or of the whole page that has a form which the protocol does not know. */
    | 'wrong-field';
  /** The word or pointer that decides: 'anyOf', '#/$defs/NoteId', the name itself. */
  readonly detail: string;
}

export interface ToolsEvidence {
  readonly isDeclared: boolean;
  readonly count: number;
  readonly pages: number;
  readonly names: readonly string[];
  /** The same cursor came again. */
  readonly hasCursorLoop: boolean;
  readonly stoppedAt: 'end' | 'pages' | 'time' | 'bytes' | 'error';
  readonly error: RpcError | null;
  /** The answer that came is no JSON-RPC answer, or holds no list: `error` then has no code, and says what was seen. */
  readonly isUnusable: boolean;
  /** HTTP status of tools/list where it was not 200, with Retry-After in milliseconds. */
  readonly httpStatus: number | null;
  readonly retryAfterMs: number | null;
  readonly timedOut: boolean;
  readonly closed: boolean;
  readonly bytes: number;
  readonly troubles: readonly SchemaTrouble[];
  /** Other declared capabilities that were asked and answered 'method not found'. */
  readonly missingMethods: readonly string[];
  /** Other declared lists that were answered with another error, or (null) not at all. */
  readonly failedLists: readonly {readonly method: string; readonly error: RpcError | null}[];
  readonly hasResources: boolean;
  readonly hasPrompts: boolean;
  readonly ms: number;
}
