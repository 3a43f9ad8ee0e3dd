import {advice} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

/** Keys in which a difference means another server; the rest each client spells in its own way. */
const WEIGHTY: ReadonlySet<string> = new Set(['command', 'args', 'url']);

export const serverDiffersBetweenClients = defineFailure({
  id: 'server-differs-between-clients',
  class: 'config',
  step: 'config',
  title: 'The server’s entries differ between clients',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [],
  remedies: ['Compare the entries of the server in your clients and make them equal where they should be'],
  detect: ({entry}) =>
    entry.siblings.find((other) => other.client !== entry.client && other.differs.some((key) => WEIGHTY.has(key))) ??
    null,
  explain: (other, {entry}) => {
    const keys = other.differs.filter((key) => WEIGHTY.has(key)).join(', ');
    return {
      cause: `"${entry.name}" stands in ${entry.rules.clientName} and in ${other.client} with a different ${keys}, so it may work in one and fail in the other.`,
      evidence: [
        {label: entry.rules.clientName, text: `${entry.file}, line ${entry.place.line}`},
        {label: other.client, text: `${other.file}, line ${other.line}: differs in ${keys}`, deciding: keys},
      ],
      location: entry.place,
      confidence: 'possible',
    };
  },
  fixes: (other, {entry}) => [
    advice(
      'compare-entries',
      `Compare ${entry.file}, line ${entry.place.line}, with ${other.file}, line ${other.line}, and make them equal if both mean the same server`,
    ),
  ],
});
