import {commandPath, commandQuote, works} from '../facts/command-entry.ts';
import {advice, editAt, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const cmdWrapperNeeded = defineFailure({
  id: 'cmd-wrapper-needed',
  class: 'config',
  step: 'command',
  title: 'The command is a script that only cmd starts',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /Windows requires 'cmd \/c' wrapper/i, confidence: 'certain'},
    {match: /spawn (\S+ )?EINVAL/i, confidence: 'certain'},
    {match: /spawn \S+\.(cmd|bat) /i, confidence: 'certain'},
  ],
  remedies: ['Set "command" to "cmd" and "args" to ["/c", "npx", …]', 'Start node.exe with the script itself'],
  // Clients on the official SDK find such scripts by themselves; Claude Code warns of them all the same.
  detect: ({entry, command, all}) =>
    command.needsCmdWrapper && (!works(all) || entry.client === 'claude-code') ? {} : null,
  explain: (_, {entry, command, all}) => ({
    severity: works(all) ? 'warning' : 'error',
    cause: `On Windows ${command.command} is a script (${command.resolved?.split(/[\\/]/).at(-1) ?? `${command.command}.cmd`}) that cannot be started directly; it needs cmd /c in front.`,
    evidence: [commandQuote(entry, command, command.command)],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: (_, {entry, command}) => {
    const {fields} = entry.rules;
    if (fields.args === null || entry.rules.commandIsArray)
      return [advice('wrap-cmd', `Put "cmd" and "/c" in front of "${command.command}"`)];
    const how = {how: 'wrap-command', commandKey: fields.command, argsKey: fields.args, words: ['cmd', '/c']} as const;
    return [
      editAt(entry, [], {
        id: 'wrap-cmd',
        title: `Start ${command.command} through cmd /c`,
        edit: {kind: 'rewrite', how},
        why: 'Only cmd starts such a script',
      }),
    ];
  },
});
