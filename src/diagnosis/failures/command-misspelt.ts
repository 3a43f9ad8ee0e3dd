import {editDistance} from '../../model/nearest.ts';
import {commandPath, commandQuote, isNotFound, pathText, setCommand} from '../facts/command-entry.ts';
import {runtimeOf} from '../facts/command-runtimes.ts';
import {placeAt, programName} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const commandMisspelt = defineFailure({
  id: 'command-misspelt',
  class: 'config',
  step: 'command',
  title: 'The command is misspelt',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /command not found: \S+.{0,20}did you mean/i, confidence: 'certain'},
    {match: /Command '\S+' not found, did you mean/i, confidence: 'certain'},
  ],
  remedies: ['Correct the spelling of "command"'],
  detect: ({command}) => {
    if (command.isPath || !isNotFound(command) || command.elsewhere.length > 0 || runtimeOf(command.command) !== null)
      return null;
    const name = command.command.toLowerCase();
    const near = command.nearNames
      .map((one) => ({
        one,
        letters: editDistance(name, programName(one.path)),
        isRuntime: runtimeOf(programName(one.path)) !== null,
      }))
      .filter(
        ({letters, isRuntime}) =>
          letters > 0 && (letters === 1 ? name.length > 2 : letters === 2 && isRuntime && name.length > 4),
      )
      .sort((a, b) => Number(b.isRuntime) - Number(a.isRuntime) || a.letters - b.letters)[0];
    return near === undefined ? null : {name: programName(near.one.path), path: near.one.path};
  },
  explain: ({name, path}, {entry, command}) => ({
    cause:
      command.command.trim() === name
        ? `"command" is ${JSON.stringify(command.command)}, with a space that is no part of the name: nothing of that name is on ${pathText(entry, command)}, and ${name} is there (${path}).`
        : `${command.command} was not found on ${pathText(entry, command)}; ${name} is there (${path}) and differs by a letter or two.`,
    evidence: [commandQuote(entry, command, command.command), {label: 'A program of a similar name', text: path}],
    location: placeAt(entry, commandPath(entry)),
    confidence: 'likely',
  }),
  fixes: ({name}, {entry}) => [setCommand(entry, name, `${name} exists`)],
});
