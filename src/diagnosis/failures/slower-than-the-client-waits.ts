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
    const limit = entry.rules.startTimeoutMs;
    const took = Math.max(handshake.ms, handshake.waitedMs);
    return limit !== null && hasAnsweredHello(all) && took > limit ? {limit, took} : null;
  },
  explain: ({limit, took}, {entry}) => ({
    cause: `The server needs ${(took / 1000).toFixed(1)} s until it answers, and ${entry.rules.clientName} gives up after ${(limit / 1000).toFixed(0)} s.`,
    evidence: [{label: 'initialize', text: `answered after ${took} ms`, deciding: `${took} ms`}],
    confidence: 'likely',
  }),
  fixes: (_, {all}) => [
    raiseLimit(all),
    advise(
      'faster',
      'Or make the start faster: install the package for good, and let "command" start the installed file instead of npx or uvx',
    ),
  ],
});
