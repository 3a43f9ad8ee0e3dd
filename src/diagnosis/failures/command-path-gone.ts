import {askCommand, commandPath, commandQuote, isNotFound, setCommand} from '../facts/command-entry.ts';
import {installText, runtimeOf} from '../facts/command-runtimes.ts';
import {advice, placeAt, programName} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const commandPathGone = defineFailure({
  id: 'command-path-gone',
  class: 'runtime',
  step: 'command',
  title: 'The command’s path does not exist any more',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /spawn ([\\/]|[A-Za-z]:\\)\S+ ENOENT/i, confidence: 'likely'},
    {match: /fork\/exec [\\/]\S+: no such file or directory/i, confidence: 'certain'},
    {match: /(bash|sh|zsh): .{0,20}[\\/]\S+: No such file or directory/i, confidence: 'likely'},
  ],
  remedies: [
    'Set "command" to a path that exists (ask: which NAME)',
    'Set "command" to the bare name when it is on the PATH',
  ],
  detect: ({command}) => {
    if (!command.isPath || !command.isAbsolute || !isNotFound(command)) return null;
    const name = programName(command.command);
    return {name, found: command.elsewhere.filter((one) => programName(one.path) === name).slice(0, 3)};
  },
  explain: ({name, found}, {entry, command}) => ({
    cause: `${command.command} does not exist (ENOENT)${command.look?.kind === 'link-broken' ? ': it is a link to nowhere' : ''}${found[0] === undefined ? '' : `; there is a ${name} at ${found[0].path}`}.`,
    evidence: [commandQuote(entry, command, command.command)],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: ({name, found}, {entry, command, all}) => {
    const runtime = runtimeOf(name);
    const why = `${command.command} does not exist`;
    return [
      ...found.map((one, index) =>
        setCommand(entry, one.path, why, index === 0 ? 'use-found' : `use-found-${index + 1}`),
      ),
      ...(found.length === 0
        ? [
            askCommand(
              entry,
              `Set "${entry.rules.fields.command}" to the path where ${name} is now (ask: which ${name})`,
              why,
            ),
          ]
        : []),
      ...(runtime !== null && found.length === 0 ? [advice('install', installText(runtime, all))] : []),
      advice('reinstall', `Or reinstall what used to be at ${command.command}`),
    ];
  },
});
