import {commandPath, commandQuote, setCommand} from '../facts/command-entry.ts';
import {placeAt, programName} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const pathOfOtherSystem = defineFailure({
  id: 'path-of-other-system',
  class: 'config',
  step: 'command',
  title: 'The command is a path of another system',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /spawn [A-Za-z]:\\\S.{0,120} ENOENT.{0,200}(darwin|linux|\/Users\/|\/home\/)/is, confidence: 'likely'},
  ],
  remedies: ['Set "command" to the program of this system: the path belongs to another operating system'],
  detect: ({command, all}) => {
    const isWindowsPath = /^[A-Za-z]:[\\/]|^\\\\/.test(command.command);
    const isUnixPath = /^\/(usr|home|Users|opt|bin)\//.test(command.command);
    if (command.resolved !== null || command.look?.exists === true) return null;
    if (all.machine.platform === 'win32' ? !isUnixPath : !isWindowsPath) return null;
    const name = programName(command.command);
    return {name, from: isWindowsPath ? 'Windows' : 'macOS or Linux', here: command.elsewhere[0]?.path ?? null};
  },
  explain: ({from}, {entry, command}) => ({
    cause: `${command.command} is a path of ${from}, and this computer has no such path.`,
    evidence: [commandQuote(entry, command, command.command)],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: ({name, here}, {entry}) => [setCommand(entry, here ?? name, 'The path belongs to another system')],
});
