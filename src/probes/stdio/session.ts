import type {FrameOddity, NoiseLine, RpcError} from '../../model/evidence.ts';
import type {Host} from '../../model/host.ts';
import {isRecord, type Json} from '../../model/json.ts';
import {createFramer, type Framer} from './framer.ts';
import type {Piece} from './framing.ts';
import type {Notebook} from './notebook.ts';
import {readAnswer} from './read-answer.ts';

/** What became of a request. `unreadable`: an answer came, in a form that clients do not take. */
export type Answer = {readonly ms: number} & (
  | {readonly kind: 'result'; readonly result: Json}
  | {readonly kind: 'error'; readonly error: RpcError; readonly data: Json}
  | {readonly kind: 'silence' | 'closed' | 'unreadable'}
);

export interface Session {
  /** Sends one request and waits for its answer, until `until` (milliseconds since 1970). */
  readonly ask: (method: string, params: Json, until: number) => Promise<Answer>;
  readonly notify: (method: string) => void;
  /** Raw text to standard input, for a server that may read another framing. */
  readonly say: (text: string) => void;
  /** Bytes of standard output go in here. */
  readonly hear: (chunk: Buffer) => void;
  /** The process has ended; its last words were heard. */
  readonly ended: () => void;
  /** What is being waited for, or 'idle'. */
  readonly during: () => string;
  readonly setPhase: (phase: NoiseLine['phase']) => void;
  /** The waiting was ended from outside and not by the time limit. */
  readonly wasStopped: () => boolean;
  /** Anything at all came on standard output. */
  readonly hasHeard: () => boolean;
  /** Requests that were answered after their wait had ended. */
  readonly answeredLate: () => readonly string[];
}

interface Pending {
  readonly id: number;
  readonly method: string;
  readonly settle: (answer: DistributiveOmit<Answer, 'ms'>) => void;
}
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

const PEEK_MS = 600;
const STRANGE_ID_MS = 1500;

/** The id of a message that is said again in another framing; its answer's framing is what counts. */
export const SECOND_TRY = 'second-try';

export const createSession = (options: {
  readonly host: Host;
  readonly notebook: Notebook;
  readonly startedAt: number;
  readonly signal: AbortSignal;
  readonly write: (text: string) => void;
}): Session => {
  const {host, notebook, signal} = options;
  let pending: Pending | null = null;
  let nextId = 0;
  let phase: NoiseLine['phase'] = 'before-handshake';
  /** Given up on, by id. */
  const unanswered = new Map<number, string>();
  const late: string[] = [];
  let hasEnded = false;
  let hasHeard = false;
  const since = (): number => host.now() - options.startedAt;
  const during = (): string => pending?.method ?? 'idle';

  const send = (message: {readonly [key: string]: Json}): void => {
    const text = JSON.stringify(message);
    notebook.frame('out', text, since());
    options.write(`${text}\n`);
  };

  const settle = (answer: DistributiveOmit<Answer, 'ms'>): void => {
    const waiting = pending;
    pending = null;
    waiting?.settle(answer);
  };

  const onPiece = (piece: Piece): void => {
    if (piece.kind === 'noise') {
      notebook.noise(piece.text, phase, since(), false);
      return;
    }
    notebook.frame('in', piece.kind === 'odd' ? piece.sample : piece.text, since());
    if (piece.kind === 'message') {
      if (piece.glued !== null) notebook.noise(piece.text, phase, since(), true);
      onMessage(piece.value, piece.glued === null);
    } else {
      notebook.oddity(piece.oddity, piece.sample, during());
      if (piece.oddity === 'carriage-return' || piece.oddity === 'not-utf8') return;
      if (piece.value !== null) onMessage(piece.value, false);
    }
  };

  /** `isReadable` is false where a client's line reader would have dropped it. */
  const onMessage = (value: Json, isReadable: boolean): void => {
    if (phase === 'before-handshake') phase = 'during-handshake';
    if (Array.isArray(value)) {
      notebook.oddity('batch', JSON.stringify(value), during());
      for (const one of value) onMessage(one, false);
      return;
    }
    if (!isRecord(value)) return;
    if (typeof value['method'] === 'string') {
      if (value['jsonrpc'] !== '2.0') noteOddity('no-jsonrpc', value);
      if (value['id'] !== undefined && isReadable) reply(value['method'], value['id']);
      return;
    }
    if (value['id'] === SECOND_TRY) return;
    const lateFor = unanswered.get(Number(value['id'] ?? Number.NaN));
    if (lateFor !== undefined) {
      if (!late.includes(lateFor)) late.push(lateFor);
      return;
    }
    const read = readAnswer(value, pending?.id ?? null);
    for (const kind of read.oddities) noteOddity(kind, value);
    if (pending !== null && read.answer === null && ('result' in value || 'error' in value)) giveUpSoon(pending);
    if (pending === null || read.answer === null) return;
    settle(isReadable && read.isTaken ? read.answer : {kind: 'unreadable'});
  };

  /** An answer under another id came: the right one is not waited for to the end of all time. */
  const giveUpSoon = (waiting: Pending): void => {
    setTimeout(() => {
      if (pending === waiting) settle({kind: 'unreadable'});
    }, STRANGE_ID_MS).unref();
  };

  const noteOddity = (kind: FrameOddity['kind'], value: Json): void =>
    notebook.oddity(kind, JSON.stringify(value), during());

  /** A client without capabilities still answers: ping, an empty list of roots, and 'no such method' for the rest. */
  const reply = (method: string, id: Json): void => {
    if (method === 'ping') send({jsonrpc: '2.0', id, result: {}});
    else if (method === 'roots/list') send({jsonrpc: '2.0', id, result: {roots: []}});
    else send({jsonrpc: '2.0', id, error: {code: -32601, message: `Method not found: ${method}`}});
  };

  const framer: Framer = createFramer(onPiece);

  const ask = (method: string, params: Json, until: number): Promise<Answer> => {
    const from = host.now();
    if (hasEnded) return Promise.resolve({kind: 'closed', ms: 0});
    if (signal.aborted) return Promise.resolve({kind: 'silence', ms: 0});
    nextId += 1;
    const id = nextId;
    return new Promise<Answer>((resolve) => {
      const onAbort = (): void => settle({kind: 'silence'});
      const timer = setTimeout(
        () => {
          // A whole message without a line end is an answer all the same, and tells more than silence.
          framer.end();
          if (pending?.id === id) unanswered.set(id, method);
          settle({kind: 'silence'});
        },
        Math.max(0, until - from),
      );
      const peek = setInterval(() => framer.peek(), PEEK_MS);
      signal.addEventListener('abort', onAbort, {once: true});
      pending = {
        id,
        method,
        settle: (answer) => {
          clearTimeout(timer);
          clearInterval(peek);
          signal.removeEventListener('abort', onAbort);
          resolve({...answer, ms: host.now() - from});
        },
      };
      send({jsonrpc: '2.0', id, method, params});
    });
  };

  return {
    ask,
    notify: (method) => send({jsonrpc: '2.0', method}),
    say: (text) => {
      notebook.frame('out', text, since());
      options.write(text);
    },
    hear: (chunk) => {
      hasHeard = true;
      framer.push(chunk);
    },
    hasHeard: () => hasHeard,
    wasStopped: () => signal.aborted,
    ended: () => {
      framer.end();
      hasEnded = true;
      settle({kind: 'closed'});
    },
    during,
    setPhase: (next) => {
      phase = next;
    },
    answeredLate: () => late,
  };
};
