import {wrongArchitecture} from '../../../src/diagnosis/failures/wrong-architecture.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(wrongArchitecture, {
  matches: [
    {
      text: 'exec /app/notes: exec format error',
      cause: [/another processor/],
      with: {entry: {command: 'docker', args: ['run', '-i', 'acme/notes']}},
      fix: '--platform=linux/amd64',
    },
    {text: 'bash: /opt/notes-mcp: cannot execute binary file: Exec format error', cause: [/built for another/]},
  ],
  misses: ['Error: invalid format', {text: 'spawn ENOEXEC', with: {command: {resolved: '/srv/notes/server.py'}}}],
});
