import {commandPath} from '../facts/command-entry.ts';
import {advice, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const shebangCarriageReturn = defineFailure({
  id: 'shebang-carriage-return',
  class: 'runtime',
  step: 'command',
  title: 'The script has Windows line ends',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /(bad interpreter|env): .{0,60}(\^M|\\r|'\w+\r')/i, confidence: 'certain'},
    {
      match: /\^M: bad interpreter|env: (‘|')?(node|python3?|bash|sh)(\\r|\r|\?)(’|')?: No such file/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Give the script Unix line ends (dos2unix FILE)'],
  detect: ({command}) =>
    command.look?.shebang?.hasCarriageReturn === true
      ? {file: command.look.path, line: command.look.shebang.line}
      : null,
  explain: ({file, line}, {entry}) => ({
    cause: `The first line of ${file} ends in a carriage return (a Windows line end), so the system looks for an interpreter whose name ends in one, and finds none (ENOENT).`,
    evidence: [{label: `${file}, line 1`, text: line}],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: ({file}) => [
    {
      id: 'unix-line-ends',
      title: `Give ${file} Unix line ends`,
      kind: 'run',
      command: ['perl', '-pi', '-e', 's/\\r$//', file],
    },
    advice(
      'git-attributes',
      `If git makes them again, add a .gitattributes line: ${file.split('/').at(-1)} text eol=lf`,
    ),
  ],
});
