import {namedPathMissing} from '../../../src/diagnosis/failures/named-path-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(namedPathMissing, {
  matches: [
    {
      text: "Error accessing directory /Users/Shared: Error: ENOENT: no such file or directory, stat '/Users/Shared'",
      with: {entry: {command: 'npx', args: ['-y', 'fs', '/Users/Shared']}},
      cause: [/\/Users\/Shared/, /argument 3/],
      fix: 'Set argument 3',
    },
    {text: "FileNotFoundError: [Errno 2] No such file or directory: '/srv/notes.toml'", cause: [/notes\.toml/]},
    {text: 'open /etc/notes.yaml: no such file or directory', cause: [/notes\.yaml/]},
  ],
  misses: ["Error: Cannot find module '/srv/notes/index.js'", 'page not found: /notes'],
});
