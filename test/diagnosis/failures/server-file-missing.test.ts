import {serverFileMissing} from '../../../src/diagnosis/failures/server-file-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(serverFileMissing, {
  matches: [
    {
      text: "Error: Cannot find module '/srv/notes/dist/index.js'",
      with: {command: {project: {buildScript: 'build'}}},
      cause: [/dist\/index\.js/, /"build"/],
      fix: 'Run "npm run build" in /srv/notes',
    },
    {text: "python3: can't open file '/srv/notes/main.py': [Errno 2] No such file or directory", cause: [/main\.py/]},
    {text: 'Error: Unable to access jarfile notes.jar', cause: [/notes\.jar/]},
    {text: "Error: Cannot find module 'C:\\work\\notes\\index.js'", cause: [/index\.js/]},
  ],
  misses: ["Error: Cannot find module 'express'", "ENOENT: no such file or directory, open '/srv/notes.db'"],
});
