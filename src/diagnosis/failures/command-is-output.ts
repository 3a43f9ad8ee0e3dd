import {askCommand, commandPath, commandQuote, setCommand} from '../facts/command-entry.ts';
import {isWritable, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const commandIsOutput = defineFailure({
  id: 'command-is-output',
  class: 'config',
  step: 'command',
  title: 'The command holds the output of an installer',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {
      match: /Command: (Creating|Installing|Setting up|Downloading|Collecting|Using) .{0,400}[\\/](bin|Scripts)[\\/]/is,
      confidence: 'certain',
    },
  ],
  remedies: ['Keep only the last path line in "command": the rest is the output of an installer'],
  detect: ({command}) => {
    const text = command.command;
    const isTalk = /[\r\n]/.test(text) || (/(\.\.\.|✓|✔)/.test(text) && /\s[\\/]/.test(text));
    if (command.resolved !== null || !isTalk) return null;
    const paths = text
      .split(/[\r\n]+|\s(?=[\\/])/)
      .map((line) => line.trim())
      .filter((line) => /^([\\/]|[A-Za-z]:\\)\S+$/.test(line));
    return {path: paths.at(-1) ?? null};
  },
  explain: (_, {entry, command}) => ({
    cause: `"${entry.rules.fields.command}" of "${entry.name}" holds several lines or messages of an installer instead of one command; no program has such a name.`,
    evidence: [commandQuote(entry, command)],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: ({path}, {entry}) => [
    path !== null && isWritable(path)
      ? setCommand(entry, path, 'The rest is the output of an installer')
      : askCommand(
          entry,
          `Set "${entry.rules.fields.command}" to the program alone`,
          'The rest is the output of an installer',
        ),
  ],
});
