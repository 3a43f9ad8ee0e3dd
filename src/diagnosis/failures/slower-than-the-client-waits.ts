import type {EntryEvidence} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {editAt} from '../facts/config-entry.ts';
import {countsSeconds, ownLimitMs} from '../facts/config-time-limit.ts';
import {advise} from '../facts/launch-fixes.ts';
import {raiseLimit} from '../facts/launch-limit.ts';
import {hasAnsweredHello} from '../facts/launch-trouble.ts';
import {defineFailure} from '../failure.ts';

export const slowerThanTheClientWaits = defineFailure({
  id: 'slower-than-the-client-waits',
  class: 'runtime',
  step: 'handshake',
  title: 'The server works, and starts slower than the client waits',
  severity: 'error',
  waitingHelps: true,
  needs: ['handshake', 'entry'],
  signatures: [
    {
      match:
        /set to 30 minutes and it times out|Connection failed after 60\d{3}ms|timed out after \d+ seconds?\. Add or adjust/,
      confidence: 'likely',
    },
  ],
  remedies: [
    "Raise the client's time limit for the start",
    'Make the start faster: install the package and start its file instead of npx or uvx',
  ],
  detect: ({handshake, entry, all}) => {
    const start = entry.rules.startTimeoutMs;
    const own = ownLimitMs(entry);
    const took = Math.max(handshake.ms, handshake.waitedMs);
    if (!hasAnsweredHello(all)) return null;
    if (start !== null && took > start) return {limit: start, took, isOwn: false};
    return own !== null && took > own ? {limit: own, took, isOwn: true} : null;
  },
  explain: ({limit, took, isOwn}, {entry}) => ({
    // Many clients use the entry's limit for single calls alone: then the start still works.
    ...(isOwn
      ? {severity: 'warning' as const, title: 'The time limit of the entry is shorter than the server needs'}
      : {}),
    cause: isOwn
      ? `The server needs ${(took / 1000).toFixed(1)} s until it answers, and "${entry.rules.fields.timeout ?? 'timeout'}" of "${entry.name}" allows ${limit} ms (${entry.rules.clientName} counts it in ${countsSeconds(entry) ? 'seconds' : 'milliseconds'}).`
      : `The server needs ${(took / 1000).toFixed(1)} s until it answers, and ${entry.rules.clientName} gives up after ${(limit / 1000).toFixed(0)} s.`,
    evidence: [{label: 'initialize', text: `answered after ${took} ms`, deciding: `${took} ms`}],
    confidence: 'likely',
  }),
  fixes: ({isOwn}, {entry, all}) => [
    isOwn ? ownLimitFix(entry) : raiseLimit(all),
    advise(
      'faster',
      'Or make the start faster: install the package for good, and let "command" start the installed file instead of npx or uvx',
    ),
  ],
});

const ownLimitFix = (entry: EntryEvidence): Fix => {
  const key = entry.rules.fields.timeout ?? 'timeout';
  const value = countsSeconds(entry) ? 60 : 60_000;
  return editAt(entry, [key], {
    id: 'raise-limit',
    title: `Set "${key}" to ${value}`,
    edit: {kind: 'set', value},
    why: 'The server needs longer than the entry allows.',
  });
};
