import {tooManyOpenFiles} from '../../../src/diagnosis/failures/too-many-open-files.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(tooManyOpenFiles, {
  matches: [
    {text: "Error: EMFILE: too many open files, open '/home/x/notes/a.md'", cause: [/EMFILE/], fix: /ulimit -n/},
    {text: "OSError: [Errno 24] Too many open files: 'a'", cause: [/Too many open files/]},
  ],
  misses: ['ENOSPC: System limit for number of file watchers reached', 'open files: 12'],
});
