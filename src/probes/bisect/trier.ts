import {setTimeout as wait} from 'node:timers/promises';
import type {Host} from '../../model/host.ts';
import type {Redactor} from '../../model/redact.ts';
import type {Line} from '../remote/line.ts';
import {retryAfterMs} from '../remote/retries.ts';
import type {SeenAgain} from '../rerun/seen-again.ts';
import {BudgetSpent} from './minimal-set.ts';
import type {Part} from './parts.ts';

export interface TrierOptions {
  readonly host: Host;
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
  /** For a local program: how often it is started. */
  readonly maxRequests: number;
  /** Between two requests, in milliseconds. */
  readonly pauseMs: number;
  /** For one request. */
  readonly timeoutMs: number;
}

/** Tries what is made of parts, and counts. */
export interface Trier {
  /** @throws BudgetSpent */
  readonly attempt: (parts: readonly Part[], version: string, stage: Stage) => Promise<SeenAgain>;
  readonly requests: () => number;
}

/** How far a conversation is carried: hello alone, or hello and the list of tools. */
export type Stage = 'initialize' | 'tools/list';

/** A server that asks for a longer rest is left alone. */
const MOST_WAIT_MS = 5000;
/** All requests together, whatever they take each. */
export const WHOLE_MS = 180_000;

/** Counts what is sent, with a pause between two. */
export interface Budget {
  /** Before each request. @throws BudgetSpent */
  readonly spend: () => Promise<void>;
  readonly isSpent: () => boolean;
  readonly used: () => number;
  /** After 429 and 503: a server that asks for a rest gets one, within reason; the answer itself still counts. @throws BudgetSpent */
  readonly rest: (headers: Readonly<Record<string, string>>) => Promise<void>;
}

export const createBudget = (
  line: Pick<Line, 'host' | 'signal' | 'deadline'>,
  {maxRequests, pauseMs}: Pick<TrierOptions, 'maxRequests' | 'pauseMs'>,
): Budget => {
  let used = 0;
  const pause = async (ms: number): Promise<void> => {
    await wait(ms, undefined, {signal: line.signal}).catch(() => undefined);
  };
  const isSpent = (): boolean => used >= maxRequests || line.signal.aborted || line.host.now() >= line.deadline;
  return {
    used: () => used,
    isSpent,
    spend: async () => {
      if (isSpent()) throw new BudgetSpent();
      if (used > 0) await pause(pauseMs);
      used += 1;
    },
    rest: async (headers) => {
      const asked = retryAfterMs(headers, line.host.now());
      if (asked !== null && asked > MOST_WAIT_MS) throw new BudgetSpent();
      await pause(asked ?? 1000);
    },
  };
};
