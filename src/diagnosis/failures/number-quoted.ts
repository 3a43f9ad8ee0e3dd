import {editAt, placeAt, quoteAt, rawAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const numberQuoted = defineFailure({
  id: 'number-quoted',
  class: 'config',
  step: 'config',
  title: 'A number is written in quotes',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {
      match:
        /invalid type: string "\d[\d.]*", expected (?:[fiu](?:8|16|32|64)|an? (?:integer|number|float)|floating point)/i,
      confidence: 'certain',
    },
    {match: /timeout\S{0,10} ?:? ?(?:Expected|expected) number,? (?:received|got) string/, confidence: 'certain'},
  ],
  remedies: ['Write the number without quotes'],
  detect: ({entry}) => {
    const {timeout} = entry.rules.fields;
    const limits = entry.rules.knownFields.filter((key) => LIMIT.test(key));
    for (const key of new Set([...(timeout === null ? [] : [timeout]), ...limits])) {
      const value = rawAt(entry, [key]);
      if (typeof value === 'string' && /^\d{1,9}(?:\.\d{1,6})?$/.test(value.trim())) return {key, value};
    }
    return null;
  },
  explain: ({key, value}, {entry}) => ({
    cause: `"${key}" of "${entry.name}" is the text "${value}" in quotes, and ${entry.rules.clientName} wants the number without quotes. ${STRICT.has(entry.client) ? 'It refuses the whole file for it.' : 'Some clients refuse the entry, others ignore the limit.'}`,
    evidence: [quoteAt(entry, [key], `"${value}"`)],
    location: placeAt(entry, [key]),
    confidence: 'likely',
    severity: STRICT.has(entry.client) || entry.standing.state === 'unusable' ? 'error' : 'warning',
  }),
  fixes: ({key, value}, {entry}) => [
    editAt(entry, [key], {
      id: 'without-quotes',
      title: `Set "${key}" to ${value.trim()} without quotes`,
      edit: {kind: 'set', value: Number(value)},
      why: 'A time limit is a number, not a text',
    }),
  ],
});

/** Keys of clients that hold a time: startup_timeout_sec, timeout, initTimeoutMs. */
const LIMIT = /timeout|_sec$|_ms$/i;

/** Clients that read their file into fixed types, and stop at the first value of another one. */
const STRICT: ReadonlySet<string> = new Set(['codex']);
