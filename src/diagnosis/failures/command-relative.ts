import {askCommand, commandPath, commandQuote, isNotFound, setCommand} from '../facts/command-entry.ts';
import {placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const commandRelative = defineFailure({
  id: 'command-relative',
  class: 'config',
  step: 'command',
  title: 'The command is a relative path',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [{match: /spawn \.{0,2}[\w-]*[\\/]\S+ ENOENT/i, confidence: 'possible'}],
  remedies: ['Write the full path of the program: a relative one depends on the folder that the client starts in'],
  detect: ({command}) =>
    command.isPath && !command.isAbsolute && !command.hasTilde && isNotFound(command)
      ? {found: command.elsewhere[0]?.path ?? null}
      : null,
  explain: ({found}, {entry, command}) => ({
    cause: `${command.command} is a relative path, and in ${command.cwd.path}, the folder that ${entry.rules.clientName} starts it in, it does not exist${found === null ? '' : `; ${found} does`}.`,
    evidence: [commandQuote(entry, command, command.command)],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: ({found}, {entry, command}) => [
    found === null
      ? askCommand(
          entry,
          `Set "${entry.rules.fields.command}" to the full path of ${command.command}`,
          'A relative path depends on the folder',
        )
      : setCommand(entry, found, 'A relative path depends on the folder'),
  ],
});
