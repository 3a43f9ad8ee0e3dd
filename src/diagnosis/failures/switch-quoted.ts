import {editAt, placeAt, quoteAt, rawAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const switchQuoted = defineFailure({
  id: 'switch-quoted',
  class: 'config',
  step: 'config',
  title: 'The switch of a server is written in quotes',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {
      match: /(?:disabled|enabled|isActive)\S{0,10} ?:? ?(?:Expected|expected) boolean,? (?:received|got) string/,
      confidence: 'certain',
    },
    {match: /invalid type: string "(?:true|false)", expected a boolean/, confidence: 'likely'},
  ],
  remedies: ['Write true or false without quotes'],
  detect: ({entry}) => {
    for (const key of [entry.rules.fields.disabled, entry.rules.fields.enabled]) {
      const value = key === null ? undefined : rawAt(entry, [key]);
      if (key !== null && typeof value === 'string' && /^(?:true|false)$/i.test(value.trim())) return {key, value};
    }
    return null;
  },
  explain: ({key, value}, {entry}) => ({
    cause: `"${key}" of "${entry.name}" is the text "${value}" in quotes, and ${entry.rules.clientName} wants the word without quotes. Some clients refuse the entry; others take every text for "true", even "false".`,
    evidence: [quoteAt(entry, [key], `"${value}"`)],
    location: placeAt(entry, [key]),
    confidence: 'likely',
    severity: entry.standing.state === 'unusable' ? 'error' : 'warning',
  }),
  fixes: ({key, value}, {entry}) => [
    editAt(entry, [key], {
      id: 'without-quotes',
      title: `Set "${key}" to ${value.trim().toLowerCase()} without quotes`,
      edit: {kind: 'set', value: value.trim().toLowerCase() === 'true'},
      why: 'A switch is true or false, not a text',
    }),
  ],
});
