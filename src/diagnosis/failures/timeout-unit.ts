import {editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {fieldOf} from '../facts/config-fields.ts';
import {countsSeconds} from '../facts/config-time-limit.ts';
import {defineFailure} from '../failure.ts';

export const timeoutUnit = defineFailure({
  id: 'timeout-unit',
  class: 'config',
  step: 'config',
  title: 'A time limit is written in the wrong unit',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /times out at once|timeout has no effect|set to \d+ minutes and it times out/i, confidence: 'certain'},
    {match: /timed out after (0|[1-9]\d?) ?ms\b/i, confidence: 'likely'},
  ],
  remedies: ['Convert the time limit: Claude Code and Gemini count milliseconds, Cline, Zed and Codex seconds'],
  detect: ({entry}) => {
    const value = fieldOf(entry, 'timeout');
    const key = entry.rules.fields.timeout;
    if (typeof value !== 'number' || key === null || value <= 0) return null;
    if (countsSeconds(entry))
      return value >= 1000 ? {key, value, unit: 'seconds', better: Math.round(value / 1000)} : null;
    return value < 1000 ? {key, value, unit: 'milliseconds', better: Math.round(value * 1000)} : null;
  },
  explain: ({key, value, unit}, {entry}) => ({
    cause: `"${key}" of "${entry.name}" is ${value}, and ${entry.rules.clientName} counts it in ${unit}: ${unit === 'seconds' ? `that is ${Math.round(value / 60)} minutes` : 'no server starts that fast'}.`,
    evidence: [quoteAt(entry, [key], String(value))],
    location: placeAt(entry, [key]),
    confidence: 'likely',
    severity: unit === 'milliseconds' ? 'error' : 'warning',
  }),
  fixes: ({key, better}, {entry}) => [
    editAt(entry, [key], {
      id: 'convert',
      title: `Set "${key}" to ${better}`,
      edit: {kind: 'set', value: better},
      why: 'The client counts in another unit',
    }),
  ],
});
