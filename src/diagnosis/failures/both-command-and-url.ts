import {editAt, placeAt, quoteAt, rawAt} from '../facts/config-entry.ts';
import {fieldOf} from '../facts/config-fields.ts';
import {defineFailure} from '../failure.ts';

export const bothCommandAndUrl = defineFailure({
  id: 'both-command-and-url',
  class: 'config',
  step: 'config',
  title: 'The entry has both a command and a URL',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /(both|cannot (have|use|specify) both) .{0,12}command.{0,10}(and|or).{0,10}url/i, confidence: 'certain'},
    {match: /url is not supported for stdio|command is not supported for/i, confidence: 'certain'},
  ],
  remedies: ['Remove "url" to start the program, or remove "command" and "args" to call the address'],
  detect: ({entry}) => {
    const urlKey = entry.rules.fields.url.find((key) => (rawAt(entry, [key]) ?? null) !== null);
    return urlKey !== undefined && fieldOf(entry, 'command') !== undefined ? {urlKey} : null;
  },
  explain: ({urlKey}, {entry}) => ({
    cause: `"${entry.name}" has both "${entry.rules.fields.command}" and "${urlKey}"; ${entry.rules.clientName} can use only one of them.`,
    evidence: [quoteAt(entry, [entry.rules.fields.command]), quoteAt(entry, [urlKey])],
    location: placeAt(entry, [urlKey]),
    severity: entry.standing.state === 'unusable' ? 'error' : 'warning',
  }),
  fixes: ({urlKey}, {entry}) => {
    const {command} = entry.rules.fields;
    const why = 'An entry uses either a program or an address';
    const dropUrl = editAt(entry, [urlKey], {
      id: 'drop-url',
      title: `Remove "${urlKey}" to start the program`,
      edit: {kind: 'remove'},
      why,
    });
    const dropCommand = editAt(entry, [command], {
      id: 'drop-command',
      title: `Remove "${command}" to call the address`,
      edit: {kind: 'remove'},
      why,
    });
    return entry.transport === 'http' || entry.transport === 'sse' ? [dropCommand, dropUrl] : [dropUrl, dropCommand];
  },
});
