import {commandPath, commandQuote, works} from '../facts/command-entry.ts';
import {advice, editAt, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const windowsNotRunnable = defineFailure({
  id: 'windows-not-runnable',
  class: 'config',
  step: 'command',
  title: 'Windows cannot run the file',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {
      match: /asks which application should open|How do you want to open this file|is not a valid Win32 application/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Start node with the absolute path of the bin file: the file itself has no ending that Windows can run'],
  detect: ({command, all}) => {
    const file = command.resolved;
    if (all.machine.platform !== 'win32' || file === null || works(all)) return null;
    return /\.(exe|com|cmd|bat|ps1)$/i.test(file)
      ? null
      : {file, interpreter: command.look?.shebang?.interpreter ?? null};
  },
  explain: ({file}, {entry, command}) => ({
    cause: `${file} has no ending that Windows can run (.exe, .cmd), so Windows asks for an application or does nothing.`,
    evidence: [commandQuote(entry, command, command.command)],
    location: placeAt(entry, commandPath(entry)),
    confidence: 'likely',
  }),
  fixes: ({file, interpreter}, {entry}) => {
    const {fields} = entry.rules;
    const program = interpreter?.split(/[\\/]/).at(-1) ?? null;
    if (program === null || fields.args === null || entry.rules.commandIsArray) {
      return [
        advice(
          'name-interpreter',
          `Start the program that runs ${file} (node, python), with ${file} as its first argument`,
        ),
      ];
    }
    const how = {how: 'wrap-command', commandKey: fields.command, argsKey: fields.args, words: [program]} as const;
    return [
      editAt(entry, [], {
        id: 'name-interpreter',
        title: `Set "command" to "${program}" and make ${file} its first argument`,
        edit: {kind: 'rewrite', how},
        why: 'Windows runs files by their ending',
      }),
    ];
  },
});
