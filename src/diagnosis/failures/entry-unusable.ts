import {advice, keysOf, quoteAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const entryUnusable = defineFailure({
  id: 'entry-unusable',
  class: 'config',
  step: 'config',
  title: 'The client does not accept the entry',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /MCP server \S+ invalid/i, confidence: 'possible'},
    {match: /invalid (?:MCP )?settings schema|settings do not match the expected schema/i, confidence: 'likely'},
    {match: /invalid (MCP )?(server )?config(uration)? for/i, confidence: 'possible'},
  ],
  remedies: ['Compare the entry with the example in the client’s documentation; mcp-fix check names the key'],
  detect: ({entry}) => (entry.standing.state === 'unusable' ? {} : null),
  explain: (_, {entry}) => ({
    cause: `${entry.rules.clientName} does not accept the entry "${entry.name}" in ${entry.file} (keys: ${keysOf(entry).join(', ') || 'none'}).`,
    evidence: [quoteAt(entry, [])],
    location: entry.place,
    confidence: 'likely',
  }),
  fixes: (_, {entry}) => [
    advice(
      'compare-entry',
      `Compare "${entry.name}" with the keys that ${entry.rules.clientName} reads: ${entry.rules.knownFields.join(', ')}`,
    ),
  ],
});
