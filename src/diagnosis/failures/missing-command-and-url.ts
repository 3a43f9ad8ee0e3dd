import {isRecord} from '../../model/json.ts';
import {advice, editAt, quoteAt} from '../facts/config-entry.ts';
import {fieldOf, foreignFields} from '../facts/config-fields.ts';
import {isInnerTable} from '../facts/config-inner-table.ts';
import {defineFailure} from '../failure.ts';

export const missingCommandAndUrl = defineFailure({
  id: 'missing-command-and-url',
  class: 'config',
  step: 'config',
  title: 'The entry has neither a command nor a URL',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /invalid transport in `?mcp_servers/i, confidence: 'certain'},
    {
      match:
        /(either|must (have|specify|contain|provide)|requires?) .{0,20}["'`]?command["'`]? or ["'`]?(url|serverUrl|httpUrl)/i,
      confidence: 'certain',
    },
    {
      match:
        /missing (?:httpUrl|serverUrl|url|command)\b[^\n]{0,80}\b(?:url|command)\b|neither (?:an? )?["'`]?(?:command|url|httpUrl|serverUrl)\b["'`]?,?[^\n]{0,30} nor\b/i,
      confidence: 'certain',
    },
    {match: /(command|url):? (Required|is required|missing)|missing field `?command/i, confidence: 'likely'},
  ],
  remedies: ['Add "command" (a program) or "url" (an address) to the entry', 'Remove the entry if it is a leftover'],
  detect: ({entry}) => {
    // A table in the table: the file's own finding says where the servers have to stand.
    if (!isRecord(entry.raw) || isInnerTable(entry)) return null;
    // A word of the client's own ("registry", "sdk"): the program or the address comes from elsewhere.
    const word = entry.rules.fields.type === null ? undefined : entry.raw[entry.rules.fields.type];
    if (typeof word === 'string' && entry.rules.types[word] === 'unknown') return null;
    const roles = foreignFields(entry).map(({role}) => role);
    const hasOne = ['command', 'url'] as const;
    return hasOne.some((role) => (fieldOf(entry, role) ?? '') !== '' || roles.includes(role)) ||
      'transport' in entry.raw
      ? null
      : {};
  },
  explain: (_, {entry}) => ({
    cause: `"${entry.name}" in ${entry.file} has neither "${entry.rules.fields.command}" nor "${entry.rules.fields.url[0] ?? 'url'}", so ${entry.rules.clientName} has nothing to start and nothing to call.`,
    evidence: [quoteAt(entry, [])],
    location: entry.place,
  }),
  fixes: (_, {entry}) => [
    editAt(entry, [entry.rules.fields.command], {
      id: 'set-command',
      title: `Set "${entry.rules.fields.command}" to the program of the server`,
      edit: {kind: 'ask', label: `The program that starts "${entry.name}"`, isSecret: false, shape: 'path'},
      why: 'An entry needs a program or an address',
    }),
    ...entry.rules.fields.url.slice(0, 1).map((key) =>
      editAt(entry, [key], {
        id: 'set-url',
        title: `Set "${key}" to the address of the server`,
        edit: {kind: 'ask', label: `The URL of "${entry.name}"`, isSecret: false, shape: 'url'},
        why: 'An entry needs a program or an address',
      }),
    ),
    advice('remove-leftover', `Remove the entry "${entry.name}" if it is a leftover`),
  ],
});
