import {commandPath, commandQuote} from '../facts/command-entry.ts';
import {advice, placeAt, programName} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const interpreterMissing = defineFailure({
  id: 'interpreter-missing',
  class: 'config',
  step: 'command',
  title: 'The script’s interpreter does not exist',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {
      match: /: bad interpreter: No such file or directory|(cannot execute: )?required file not found/i,
      confidence: 'certain',
    },
    {match: /spawn \.{1,2}\/\S+ ENOENT/i, confidence: 'possible'},
  ],
  remedies: [
    'Correct the #! line of the script, or name the interpreter as "command" and the script as its first argument',
  ],
  detect: ({command}) => {
    const {look} = command;
    if (
      look === null ||
      look.shebang === null ||
      look.shebang.interpreterFound !== null ||
      look.shebang.hasCarriageReturn
    )
      return null;
    return {file: look.path, ...look.shebang};
  },
  explain: ({file, line, interpreter}, {entry, command}) => ({
    cause: `${file} exists, but the interpreter that its first line names, ${interpreter}, does not; the system then says that the script itself was not found (ENOENT).`,
    evidence: [{label: `${file}, line 1`, text: line, deciding: interpreter}, commandQuote(entry, command)],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: ({file, interpreter}) => {
    const isVenv = /[\\/]\.?venv[\\/]|virtualenv/.test(interpreter);
    return [
      advice('correct-shebang', `Correct the first line of ${file}: name a ${programName(interpreter)} that exists`),
      advice('name-interpreter', `Or set "command" to ${programName(interpreter)} and make ${file} its first argument`),
      ...(isVenv ? [advice('remake-venv', 'Or make the Python environment again: it was moved or deleted')] : []),
    ];
  },
});
