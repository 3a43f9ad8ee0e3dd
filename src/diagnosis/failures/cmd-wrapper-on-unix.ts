import {commandPath, commandQuote} from '../facts/command-entry.ts';
import {advice, editAt, placeAt, programName, writableArgs} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const cmdWrapperOnUnix = defineFailure({
  id: 'cmd-wrapper-on-unix',
  class: 'config',
  step: 'command',
  title: 'A Windows wrapper stands in front of the command',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {
      match: /spawn cmd(\.exe)? ENOENT|cmd: command not found|exec: "cmd": executable file not found/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Drop the wrapper "cmd /c": set "command" to the word after /c and "args" to the rest'],
  detect: ({command, all}) =>
    all.machine.platform !== 'win32' &&
    programName(command.command) === 'cmd' &&
    command.resolved === null &&
    /^\/c$/i.test(command.args[0] ?? '')
      ? {program: command.args[1] ?? null}
      : null,
  explain: ({program}, {entry, command}) => ({
    cause: `"${entry.name}" is started through cmd /c, which only Windows has; on this system ${program ?? 'the program'} is started directly.`,
    evidence: [commandQuote(entry, command, 'cmd /c')],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: ({program}, {entry}) => {
    const args = writableArgs(entry);
    const {fields} = entry.rules;
    if (program === null || args === null || fields.args === null || entry.rules.commandIsArray) {
      return [advice('drop-wrapper', 'Drop "cmd" and "/c": the next word is the command, the rest are its arguments')];
    }
    return [
      editAt(entry, [], {
        id: 'drop-wrapper',
        title: `Set "command" to "${program}" and drop the wrapper cmd /c`,
        edit: {kind: 'merge', values: {[fields.command]: program, [fields.args]: args.slice(2)}},
        why: 'Only Windows has cmd',
      }),
    ];
  },
});
