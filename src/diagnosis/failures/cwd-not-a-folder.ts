import {folderOf} from '../facts/command-path-change.ts';
import {advice, editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const cwdNotAFolder = defineFailure({
  id: 'cwd-not-a-folder',
  class: 'config',
  step: 'command',
  title: 'The working folder is a file',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /spawn ENOTDIR|spawn \S+ ENOTDIR/i, confidence: 'certain'},
    {match: /NotADirectoryError/i, confidence: 'likely'},
  ],
  remedies: ['Correct "cwd": it names a file, and a program works in a folder'],
  detect: ({command}) => (command.cwd.exists && !command.cwd.isFolder ? {file: command.cwd.path} : null),
  explain: ({file}, {entry}) => ({
    cause: `The working folder (cwd) of "${entry.name}" is ${file}, which is a file and no folder.`,
    evidence: [quoteAt(entry, [entry.rules.fields.cwd ?? 'cwd'], file)],
    location: placeAt(entry, [entry.rules.fields.cwd ?? 'cwd']),
  }),
  fixes: ({file}, {entry}) => {
    const key = entry.rules.fields.cwd;
    const folder = folderOf(file);
    if (key === null) return [advice('other-folder', `Start the server in ${folder}`)];
    return [
      editAt(entry, [key], {
        id: 'set-cwd',
        title: `Set "${key}" to "${folder}"`,
        edit: {kind: 'set', value: folder},
        why: 'A program works in a folder',
      }),
    ];
  },
});
