import type {Found} from '../clients/index.ts';
import type {Investigation} from '../model/investigation.ts';
import {lookAt, type Session} from './session.ts';
import type {Terminal} from './terminal.ts';

/**
 * Asks each server that was asked once another `times - 1` times, one at a time, and tells how often it failed and how
 * long it took (milliseconds: median and 95th percentile, nearest rank).
 */
export const repeated = async (
  session: Session,
  found: Found,
  first: readonly Investigation[],
  times: number,
  terminal: Terminal,
): Promise<string> => {
  const lines: string[] = [];
  for (const one of first) {
    if (one.status === 'unchecked') continue;
    const all: Investigation[] = [one];
    while (all.length < times && !terminal.signal.aborted)
      all.push(await lookAt(session, found, one.entry, {signal: terminal.signal}));
    const failed = all.filter((again) => again.status === 'broken').length;
    const ms = all.map((again) => again.durationMs).sort((a, b) => a - b);
    const rank = (part: number): number => Math.round(ms[Math.max(0, Math.ceil(part * ms.length) - 1)] ?? 0);
    const kind =
      failed === 0
        ? 'steady'
        : failed === all.length
          ? 'fails every time: waiting will not help'
          : 'comes and goes: a transient failure';
    lines.push(
      `${one.entry.name} (${one.entry.client}): ${failed} of ${all.length} failed, p50 ${rank(0.5)} ms, p95 ${rank(0.95)} ms; ${kind}`,
    );
  }
  return lines.map((line) => `${line}\n`).join('');
};
