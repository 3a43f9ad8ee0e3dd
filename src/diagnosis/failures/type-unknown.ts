import {advice, editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {fieldOf} from '../facts/config-fields.ts';
import {meaningOf, transportByFields, typeKey, wordFor} from '../facts/config-transport.ts';
import {defineFailure} from '../failure.ts';

export const typeUnknown = defineFailure({
  id: 'type-unknown',
  class: 'config',
  step: 'config',
  title: 'The client does not know this transport type',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /Does not adhere to MCP server configuration schema/i, confidence: 'likely'},
    {match: /"?type"?:? ?"?streamable-?http"?/i, confidence: 'likely'},
    {
      match:
        /(unknown|invalid|unsupported|unrecognized) (transport|server|mcp)? ?type|unsupported(?: or invalid)? transport configuration/i,
      confidence: 'certain',
    },
    {
      match: /Invalid input|Invalid discriminator value|invalid_union_discriminator|unknown variant `\w+`/i,
      confidence: 'possible',
    },
  ],
  remedies: [
    'Set "type" to "http" (or the word that this client uses for Streamable HTTP)',
    'Set "type" to "sse" or "stdio" where that is meant',
  ],
  detect: ({entry}) => {
    const word = fieldOf(entry, 'type');
    const words = Object.keys(entry.rules.types);
    if (typeof word !== 'string' || words.length === 0 || words.includes(word)) return null;
    const meant = meaningOf(word);
    const byFields = transportByFields(entry);
    const transport = meant === 'unknown' || (meant === 'stdio') !== (byFields === 'stdio') ? byFields : meant;
    return {word, words, better: wordFor(entry, transport) ?? wordFor(entry, byFields)};
  },
  explain: ({word, words}, {entry}) => ({
    cause: `The ${typeKey(entry)} "${word}" of "${entry.name}" is not known to ${entry.rules.clientName}; valid are ${words.map((one) => `"${one}"`).join(', ')}.`,
    evidence: [quoteAt(entry, [typeKey(entry)], `"${word}"`)],
    location: placeAt(entry, [typeKey(entry)]),
  }),
  fixes: ({words, better}, {entry}) => {
    const key = typeKey(entry);
    const order =
      better === null
        ? []
        : [
            better,
            ...words.filter(
              (word) =>
                word !== better && entry.rules.types[word] === (entry.rules.types[better] === 'http' ? 'sse' : 'http'),
            ),
          ];
    if (order.length === 0) return [advice('choose-type', `Set "${key}" to one of ${words.join(', ')}`)];
    return order.slice(0, transportByFields(entry) === 'stdio' ? 1 : 2).map((word) =>
      editAt(entry, [key], {
        id: `set-type-${word}`,
        title: `Set "${key}" to "${word}" (valid here: ${words.join(', ')})`,
        edit: {kind: 'set', value: word},
        why: `${entry.rules.clientName} knows ${words.join(', ')}`,
      }),
    );
  },
});
