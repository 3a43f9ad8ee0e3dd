import {commandPath, commandQuote} from '../facts/command-entry.ts';
import {advice, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const commandNotExecutable = defineFailure({
  id: 'command-not-executable',
  class: 'runtime',
  step: 'command',
  title: 'The file has no permission to be run',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /spawn (?<command>\/[^\n]{1,300}|\S+) EACCES/i, confidence: 'certain'},
    {match: /(fork\/exec|exec) \S+: permission denied/i, confidence: 'certain'},
    {match: /(bash|sh|zsh): .{0,20}[\\/]\S+: Permission denied/i, confidence: 'likely'},
  ],
  remedies: ['Make the file executable: chmod +x FILE'],
  detect: ({command, all}) => {
    const {look} = command;
    if (all.machine.platform === 'win32' || look === null) return null;
    return look.exists && look.kind === 'file' && !look.isExecutable ? {file: look.path} : null;
  },
  explain: ({file}, {entry, command}) => ({
    cause: `${file} exists, but it has no execute permission (EACCES), so the system does not start it as a program.`,
    evidence: [commandQuote(entry, command, command.command)],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: ({file}) => [
    {id: 'make-executable', title: `Make ${file} executable: chmod +x`, kind: 'run', command: ['chmod', '+x', file]},
    advice('name-interpreter', `Or name the interpreter in "command" and ${file} as its first argument`),
  ],
});
