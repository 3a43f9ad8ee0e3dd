import {askCommand, commandPath, commandQuote} from '../facts/command-entry.ts';
import {placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const commandIsFolder = defineFailure({
  id: 'command-is-folder',
  class: 'config',
  step: 'command',
  title: 'The command is a folder',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {
      match: /(is a directory|EISDIR).{0,40}(command|spawn|exec)|(spawn|exec)\S* .{0,100}is a directory/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Set "command" to the program inside the folder'],
  detect: ({command}) => (command.look?.kind === 'folder' ? {folder: command.look.path} : null),
  explain: ({folder}, {entry, command}) => ({
    cause: `The command of "${entry.name}", ${folder}, is a folder; only a program in it can be started.`,
    evidence: [commandQuote(entry, command, folder)],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: ({folder}, {entry}) => [
    askCommand(entry, `Set "command" to the program in ${folder}`, 'A folder cannot be started'),
  ],
});
