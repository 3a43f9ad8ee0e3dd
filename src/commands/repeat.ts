import {setTimeout as wait} from 'node:timers/promises';
import type {Found} from '../clients/index.ts';
import {type Evidence, seen} from '../model/evidence.ts';
import type {Investigation} from '../model/investigation.ts';
import {printableLine} from '../model/printable.ts';
import {histogram} from '../reports/histogram.ts';
import {inSomeRuns} from '../reports/in-some-runs.ts';
import {lookAt, type Session} from './session.ts';
import type {Terminal} from './terminal.ts';

/** A longer rest is the person's to take, not ours. */
const MOST_WAIT_MS = 30_000;

export interface Repeated {
  /** How often each server failed, how long it took; lines of text. */
  readonly verdicts: string;
  /** The run to report of each server, in the order of `first`. */
  readonly shown: readonly Investigation[];
}

/**
 * Asks each server that was asked once another `times - 1` times, one at a time, and tells how often it failed and how
 * long it took (milliseconds: median and 95th percentile, nearest rank; bars). A server that says when to come again
 * (Retry-After) is not asked before; where that is more than 30 seconds, it is not asked again.
 */
export const repeated = async (
  session: Session,
  found: Found,
  first: readonly Investigation[],
  times: number,
  terminal: Terminal,
): Promise<Repeated> => {
  const lines: string[] = [];
  const shown: Investigation[] = [];
  for (const one of first) {
    const all: [Investigation, ...Investigation[]] = [one];
    if (one.status === 'unchecked') {
      shown.push(one);
      continue;
    }
    let stopped: string | null = null;
    while (all.length < times && !terminal.signal.aborted) {
      const restMs = restOf(all.at(-1) ?? one);
      if (restMs > MOST_WAIT_MS) {
        stopped = `it asks to be left alone for ${Math.ceil(restMs / 1000)} s (Retry-After), so it was asked ${all.length} of ${times} times`;
        break;
      }
      if (restMs > 0) await wait(restMs, undefined, {signal: terminal.signal}).catch(() => undefined);
      if (terminal.signal.aborted) break;
      all.push(await lookAt(session, found, one.entry, {signal: terminal.signal}));
    }
    lines.push(...about(all, stopped));
    shown.push(inSomeRuns(all));
  }
  return {verdicts: lines.map((line) => `${line}\n`).join(''), shown};
};

const about = (all: readonly Investigation[], stopped: string | null): readonly string[] => {
  const [one] = all;
  if (one === undefined) return [];
  const runs = all.map(({durationMs, status}) => ({ms: durationMs, failed: status === 'broken'}));
  const failed = runs.filter((run) => run.failed).length;
  // A check asks again where a gateway fails; a client that does not would have failed.
  const again = all.filter(({status, evidence}) => status !== 'broken' && hadToAskAgain(evidence)).length;
  const ms = runs.map((run) => run.ms).sort((a, b) => a - b);
  const rank = (part: number): number => Math.round(ms[Math.max(0, Math.ceil(part * ms.length) - 1)] ?? 0);
  const kind =
    failed + again === 0
      ? 'steady'
      : failed === all.length
        ? waits(all)
          ? 'fails every time for now, and waiting helps'
          : 'fails every time: waiting will not help'
        : 'comes and goes: a transient failure';
  return [
    `${printableLine(one.entry.name)} (${one.entry.client}): ${failed} of ${all.length} failed,${again === 0 ? '' : ` ${again} answered only when asked again,`} p50 ${rank(0.5)} ms, p95 ${rank(0.95)} ms; ${kind}`,
    ...histogram(runs).map((line) => `  ${line}`),
    ...(failed === 0 ? [] : ['  # worked, x failed']),
    ...(stopped === null ? [] : [`  ${stopped}`]),
  ];
};

const hadToAskAgain = (evidence: Evidence): boolean => seen(evidence, 'http')?.retries?.recovered === true;

const waits = (all: readonly Investigation[]): boolean =>
  all.every(({diagnosis}) => diagnosis.findings[0]?.waitingHelps === true);

/** How long the server's last answer asks us to stay away, in milliseconds; nothing where it let us in after all. */
const restOf = ({evidence}: Investigation): number => {
  const retries = seen(evidence, 'http')?.retries;
  const refused = retries?.recovered === true ? 0 : (retries?.retryAfterMs ?? 0);
  return Math.max(0, refused, seen(evidence, 'tools')?.retryAfterMs ?? 0);
};
