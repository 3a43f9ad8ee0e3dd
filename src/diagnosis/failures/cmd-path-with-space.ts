import {argPath, changeArg, commandQuote, works} from '../facts/command-entry.ts';
import {placeAt, programName} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const cmdPathWithSpace = defineFailure({
  id: 'cmd-path-with-space',
  class: 'config',
  step: 'command',
  title: 'cmd splits a path at its space',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /'[A-Za-z]:\\+Program' is not recognized as an internal or external command/i, confidence: 'certain'},
  ],
  remedies: [
    'Use the short name of the program (npx), or node.exe with npx-cli.js: cmd splits the path at its space',
    'Remove the spaces from the arguments of cmd /c: write a header without one ("Authorization:${AUTH_HEADER}") and put "Bearer …" into env.AUTH_HEADER',
  ],
  detect: ({command, all}) => {
    if (all.machine.platform !== 'win32' || programName(command.command) !== 'cmd' || works(all)) return null;
    const index = command.args.findIndex((arg) => /^\/c$/i.test(arg)) + 1;
    const program = command.args[index];
    return index > 0 && program !== undefined && /\s/.test(program) && /^"?[A-Za-z]:[\\/]/.test(program)
      ? {index, program}
      : null;
  },
  explain: ({program, index}, {entry, command}) => ({
    cause: `cmd splits ${program} at its space, so it looks for a program that ends there.`,
    evidence: [commandQuote(entry, command, program)],
    location: placeAt(entry, argPath(entry, index)),
    confidence: 'likely',
  }),
  fixes: ({program, index}, {entry}) => {
    const name = programName(program.replaceAll('"', ''));
    return [
      {
        id: 'short-name',
        title: `Write "${name}" instead of "${program}"`,
        kind: 'edit',
        change: changeArg(entry, index, {kind: 'set', value: name}, 'cmd splits a path at its spaces'),
      },
    ];
  },
});
