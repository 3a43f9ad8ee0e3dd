import type {Host} from '../../model/host.ts';
import type {Redactor} from '../../model/redact.ts';
import type {ProxyChoice} from './proxy.ts';

/** What every request of one investigation shares. Times are the host's clock, in milliseconds. */
export interface Line {
  readonly host: Host;
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
  readonly startedAt: number;
  /** When the whole investigation must be over. */
  readonly deadline: number;
  readonly proxyFor: (url: URL) => ProxyChoice | null;
}

/** Milliseconds that are left, never negative. */
export const remaining = (line: Line): number => Math.max(0, line.deadline - line.host.now());

/** At most `most`, and never more than `share` of what is left; at least 50 so that a limit is a limit and not a race. */
export const slice = (line: Line, most: number, share = 1): number =>
  Math.max(50, Math.min(most, Math.floor(remaining(line) * share)));
