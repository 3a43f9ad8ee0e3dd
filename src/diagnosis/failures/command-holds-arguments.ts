import {commandPath, commandQuote} from '../facts/command-entry.ts';
import {runtimeOf} from '../facts/command-runtimes.ts';
import {advice, editAt, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const commandHoldsArguments = defineFailure({
  id: 'command-holds-arguments',
  class: 'config',
  step: 'command',
  title: 'The command holds its arguments, too',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {
      match: /spawn (npx|node|uvx|python3?|docker|bunx?|deno) (?:(?!ENOENT)[^&|;\n{}"]){2,200} ENOENT/i,
      confidence: 'certain',
    },
    {match: /exec: "(npx|node|uvx|python3?|docker) [^"]+": (executable file )?not found/i, confidence: 'certain'},
  ],
  remedies: ['Split the command line: the program in "command", each argument as an item of "args"'],
  detect: ({command}) => {
    const {words} = command;
    if (words === null || words.length < 2 || command.resolved !== null) return null;
    const first = words[0] ?? '';
    return command.firstWordFound !== null || runtimeOf(first) !== null ? {first, rest: words.slice(1)} : null;
  },
  explain: ({first, rest}, {entry, command}) => ({
    cause: `"${entry.rules.fields.command}" of "${entry.name}" holds the whole command line; ${entry.rules.clientName} looks for one program of that name and finds none (ENOENT). ${first} is the program, ${rest.length === 1 ? 'the other word belongs' : `the other ${rest.length} words belong`} in "args".`,
    evidence: [commandQuote(entry, command, first)],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: ({first}, {entry}) => {
    const {command, args} = entry.rules.fields;
    if (entry.rules.commandIsArray) {
      return [
        editAt(entry, commandPath(entry), {
          id: 'split',
          title: 'Split the text into one item for each word',
          edit: {kind: 'rewrite', how: {how: 'to-list', split: true}},
          why: 'Each word is an item of its own',
        }),
      ];
    }
    if (args === null) return [advice('split', `Set "${command}" to "${first}" alone`)];
    return [
      editAt(entry, [], {
        id: 'split-command',
        title: `Split the line: "${command}" is "${first}", the rest goes to "${args}"`,
        edit: {kind: 'rewrite', how: {how: 'split-command', commandKey: command, argsKey: args}},
        why: 'The program and its arguments stand apart',
      }),
    ];
  },
});
