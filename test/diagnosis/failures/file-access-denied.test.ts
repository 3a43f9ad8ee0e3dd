import {fileAccessDenied} from '../../../src/diagnosis/failures/file-access-denied.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(fileAccessDenied, {
  matches: [
    {
      text: 'Caused by: failed to write to file `/opt/app/.venv/pyvenv.cfg`: Permission denied (os error 13)',
      cause: [/pyvenv\.cfg/],
    },
    {
      text: "Error: EACCES: permission denied, open '/var/lib/notes/log'",
      cause: [/\/var\/lib\/notes\/log/],
      fix: /right to \/var/,
    },
    {text: "PermissionError: [Errno 13] Permission denied: '/data/notes.db'", cause: [/\/data\/notes\.db/]},
  ],
  misses: ["Error: ENOENT: no such file or directory, open '/srv/x'"],
});
