import {commandPath, commandQuote} from '../facts/command-entry.ts';
import {advice, editAt, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const shellSyntaxInCommand = defineFailure({
  id: 'shell-syntax-in-command',
  class: 'config',
  step: 'command',
  title: 'The command is a line for a shell',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /spawn .{0,200}(&&|\|\||;|\|) .{0,200}ENOENT/i, confidence: 'certain'},
    {match: /spawn (cd|export|source|\.) .{0,200}ENOENT/i, confidence: 'certain'},
  ],
  remedies: [
    'Run the line through a shell: "command": "sh", "args": ["-c", "…"]',
    'Use full paths and "args" instead of cd … &&',
  ],
  detect: ({command}) =>
    command.shellSyntax.length > 0 && command.resolved === null ? {signs: command.shellSyntax} : null,
  explain: ({signs}, {entry, command}) => ({
    cause: `"${entry.rules.fields.command}" of "${entry.name}" is a line for a shell ("${command.command}", with ${signs.join(', ')}); ${entry.rules.clientName} starts a program without a shell, so nothing of that name is found (ENOENT).`,
    evidence: [commandQuote(entry, command, signs[0])],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: (_, {entry, all}) => {
    const {command, args} = entry.rules.fields;
    const shell = all.machine.platform === 'win32' ? ['cmd', '/c'] : ['sh', '-c'];
    if (args === null || entry.rules.commandIsArray)
      return [advice('wrap-shell', `Start ${shell.join(' ')} with the line as its one argument`)];
    const edit = {kind: 'rewrite', how: {how: 'wrap-shell', commandKey: command, argsKey: args, shell}} as const;
    return [
      editAt(entry, [], {
        id: 'wrap-shell',
        title: `Run the line through a shell: ${shell.join(' ')} "…"`,
        edit,
        why: 'Only a shell understands such signs',
      }),
      advice('full-paths', 'Or name the program alone in "command" and absolute paths in "args", without a shell'),
    ];
  },
});
