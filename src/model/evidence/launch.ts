import type {Capture} from '../capture.ts';

/** A line on standard output that is no JSON-RPC message. */
export interface NoiseLine {
  readonly text: string;
  readonly atMs: number;
  readonly phase: 'before-handshake' | 'during-handshake' | 'after-handshake' | 'during-list';
  /** The same line also holds a message: text stood glued to it. */
  readonly isGlued: boolean;
}

/** Something odd in how messages are written; kept as what was seen. */
export interface FrameOddity {
  readonly kind:
    | 'content-length'
    | 'several-lines'
    | 'bom'
    | 'python-repr'
    | 'carriage-return'
    | 'wrong-id'
    | 'id-type'
    | 'no-jsonrpc'
    | 'batch'
    | 'no-newline'
    | 'not-utf8'
    | 'nul-bytes'
    | 'result-and-error'
    | 'truncated-json'
    | 'nan-literal';
  readonly sample: string;
  readonly during: string;
}

/** What the process did, from its start to its end. */
export interface LaunchEvidence {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** Names only, of what the process was given. */
  readonly envNames: readonly string[];
  readonly pid: number | null;
  /** The system could not start it. */
  readonly spawnError: {readonly code: string; readonly message: string; readonly syscall: string | null} | null;
  /** It ended by itself before we closed it. */
  readonly exit: {readonly code: number | null; readonly signal: string | null; readonly atMs: number} | null;
  /** When it ended: the request that was waiting for its answer ('initialize', 'tools/list'), or 'start'. */
  readonly endedDuring: string | null;
  readonly firstOutputMs: number | null;
  /** Requests whose answer came only when nobody waited any longer, as when its input was closed: buffered output. */
  readonly answeredLate: readonly string[];
  readonly stderr: Capture;
  readonly stdout: Capture;
  readonly noise: readonly NoiseLine[];
  readonly noiseCount: number;
  readonly oddities: readonly FrameOddity[];
  /** How our closing of it went. */
  readonly closing: {
    readonly by: 'stdin' | 'sigterm' | 'sigkill' | 'self' | 'none';
    readonly ms: number;
    /** Processes of the run that were alive after the server ended; we ended them. */
    readonly survivors: readonly {readonly pid: number; readonly command: string}[];
  };
  /** A package runner was still fetching when time ran out. */
  readonly isInstalling: boolean;
  readonly timedOut: boolean;
  readonly ms: number;
}
