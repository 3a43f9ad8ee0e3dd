import {editAt, placeAt, quoteAt, rawAt} from '../facts/config-entry.ts';
import {fieldOf, foreignFields} from '../facts/config-fields.ts';
import {transportByFields, typeKey, wordFor} from '../facts/config-transport.ts';
import {defineFailure} from '../failure.ts';

export const urlWithoutType = defineFailure({
  id: 'url-without-type',
  class: 'config',
  step: 'config',
  title: 'A URL stands without its type',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /(has|with) (a )?"?url"? (but|and|without) (no )?"?type"?/i, confidence: 'certain'},
    {match: /(missing|requires?|add) .{0,20}"type": ?"(http|sse)/i, confidence: 'likely'},
  ],
  remedies: ['Set "type" to "http" next to the "url"', 'Set "type" to "sse" if the server is an older one'],
  detect: ({entry}) => {
    if (entry.rules.urlWithoutType !== 'error' || fieldOf(entry, 'command') !== undefined) return null;
    if (fieldOf(entry, 'type') !== undefined || typeof fieldOf(entry, 'url') !== 'string') return null;
    if (foreignFields(entry).some(({role}) => role === 'type')) return null;
    const key = entry.rules.fields.url.find((name) => typeof rawAt(entry, [name]) === 'string') ?? 'url';
    return {key, transport: transportByFields(entry)};
  },
  explain: ({key}, {entry}) => ({
    cause: `"${entry.name}" has a "${key}" and no "${typeKey(entry)}"; ${entry.rules.clientName} then takes it for a program to start and skips it. It needs "${typeKey(entry)}": "${wordFor(entry, 'http') ?? 'http'}" (or "${wordFor(entry, 'sse') ?? 'sse'}").`,
    evidence: [quoteAt(entry, [key], `"${key}"`)],
    location: placeAt(entry, [key]),
  }),
  fixes: ({transport}, {entry}) => {
    const order = transport === 'sse' ? (['sse', 'http'] as const) : (['http', 'sse'] as const);
    return order.flatMap((kind) => {
      const word = wordFor(entry, kind);
      const fix = {
        id: `set-type-${kind}`,
        title: `Set "${typeKey(entry)}" to "${word}"`,
        edit: {kind: 'set', value: word} as const,
        why: 'The client needs to know how to call the address',
      };
      return word === null ? [] : [editAt(entry, [typeKey(entry)], fix)];
    });
  },
});
