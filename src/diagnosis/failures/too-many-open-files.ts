import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const tooManyOpenFiles = defineSaidFailure({
  id: 'too-many-open-files',
  title: 'The server may not open any more files',
  patterns: [/\b(?:EMFILE|ENFILE)\b[^\n]{0,120}/, /[Tt]oo many open files[^\n]{0,80}/],
  remedies: ['Point the server to a smaller folder', 'Raise the limit of open files (ulimit -n)'],
  cause: ({line}) =>
    `The system lets a program hold only so many files open at once, and the server has reached that number. It says: "${clip(line, 160)}".`,
  fixes: () => [
    advise('fewer', 'Point the server to a smaller folder, without node_modules and build output'),
    advise('limit', 'Raise the limit in the shell that starts the client: ulimit -n 10240'),
  ],
});
