import {argPath, commandQuote, works} from '../facts/command-entry.ts';
import {editAt, placeAt, programName} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

const STRAY = /^(install|i|add|npx|npm|uvx|run)$/;

export const npxStrayWord = defineFailure({
  id: 'npx-stray-word',
  class: 'config',
  step: 'command',
  title: 'A word from a terminal command is left in the arguments',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [{match: /npx (-y |--yes )?(install|i|add|npx|npm) \S+/i, confidence: 'certain'}],
  remedies: ['Remove the stray word (install, npx, npm) from "args"'],
  detect: ({command, all}) => {
    if (!/^(npx|bunx|uvx|pnpx)$/.test(programName(command.command)) || works(all)) return null;
    const index = command.args.findIndex((arg) => !arg.startsWith('-'));
    const word = command.args[index];
    const flag = command.args[index - 1];
    if (
      word === undefined ||
      !STRAY.test(word) ||
      (flag !== undefined && /^(-p|--package|--from|--with|--python|-c|--call)$/.test(flag))
    )
      return null;
    return command.args.slice(index + 1).some((arg) => !arg.startsWith('-')) ? {index, word} : null;
  },
  explain: ({word}, {entry, command}) => ({
    cause: `${command.command} takes "${word}" for the package to run; the word was left over from a terminal command.`,
    evidence: [commandQuote(entry, command, word)],
    location: placeAt(entry, argPath(entry, command.args.indexOf(word))),
    confidence: 'likely',
  }),
  fixes: ({index, word}, {entry}) => [
    editAt(entry, argPath(entry, index), {
      id: 'remove-word',
      title: `Remove "${word}" from the arguments`,
      edit: {kind: 'remove'},
      why: 'It is no part of the call',
    }),
  ],
});
