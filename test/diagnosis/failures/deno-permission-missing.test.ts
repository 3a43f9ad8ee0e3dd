import {denoPermissionMissing} from '../../../src/diagnosis/failures/deno-permission-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(denoPermissionMissing, {
  matches: [
    {
      text: 'error: Uncaught (in promise) NotCapable: Requires env access to "NOTES_TOKEN", run again with the --allow-env flag',
      with: {entry: {command: 'deno', args: ['run', 'main.ts'], raw: {command: 'deno', args: ['run', 'main.ts']}}},
      cause: [/env access to "NOTES_TOKEN"/, /--allow-env/],
      fix: /Add "--allow-env" after "run"/,
    },
    {
      text: 'PermissionDenied: Requires net access to "api.notes.example:443", run again with the --allow-net flag',
      cause: [/net access/],
      fix: /--allow-net/,
    },
  ],
  misses: ['Error: EACCES: permission denied', 'This server requires read access to the notes'],
});
