import {advice, editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {fieldOf} from '../facts/config-fields.ts';
import {transportByFields, typeKey, wordFor} from '../facts/config-transport.ts';
import {defineFailure} from '../failure.ts';

export const typeContradictsFields = defineFailure({
  id: 'type-contradicts-fields',
  class: 'config',
  step: 'config',
  title: 'The type and the other fields contradict each other',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [{match: /(stdio|local) server .{0,40}(requires|missing|needs) .{0,10}command/i, confidence: 'likely'}],
  remedies: ['Set "type" to "http" where the entry has a URL, to "stdio" where it has a command'],
  detect: ({entry}) => {
    const word = fieldOf(entry, 'type');
    const said = typeof word === 'string' ? entry.rules.types[word] : undefined;
    const byFields = transportByFields(entry);
    if (typeof word !== 'string' || said === undefined || said === 'unknown' || byFields === 'unknown') return null;
    const both = fieldOf(entry, 'command') !== undefined && fieldOf(entry, 'url') !== undefined;
    return both || (said === 'stdio') === (byFields === 'stdio') ? null : {word, byFields};
  },
  explain: ({word, byFields}, {entry}) => {
    const has = byFields === 'stdio' ? entry.rules.fields.command : (entry.rules.fields.url[0] ?? 'url');
    const lacks = byFields === 'stdio' ? (entry.rules.fields.url[0] ?? 'url') : entry.rules.fields.command;
    return {
      cause: `"${entry.name}" is of ${typeKey(entry)} "${word}", which needs "${lacks}", but it has "${has}" instead.`,
      evidence: [quoteAt(entry, [typeKey(entry)], `"${word}"`), quoteAt(entry, [has])],
      location: placeAt(entry, [typeKey(entry)]),
    };
  },
  fixes: ({byFields}, {entry}) => {
    const better = wordFor(entry, byFields);
    if (better === null)
      return [advice('remove-type', `Remove "${typeKey(entry)}": the client finds the transport by itself`)];
    const why = 'The other fields say so';
    return [
      editAt(entry, [typeKey(entry)], {
        id: 'set-type',
        title: `Set "${typeKey(entry)}" to "${better}"`,
        edit: {kind: 'set', value: better},
        why,
      }),
    ];
  },
});
