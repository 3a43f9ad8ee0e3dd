import {argumentMissing} from '../../../src/diagnosis/failures/argument-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(argumentMissing, {
  matches: [
    {
      text: 'Usage: mcp-server-filesystem <allowed-directory> [additional-directories...]',
      with: {entry: {}},
      cause: [/<allowed-directory>/],
      fix: /Append <allowed-directory>/,
    },
    {text: 'server.py: error: the following arguments are required: --db-path', cause: [/--db-path/]},
    {text: "error: missing required argument 'dir'", cause: [/dir/]},
  ],
  misses: ['error: missing semicolon', 'Usage: notes [options]'],
});
