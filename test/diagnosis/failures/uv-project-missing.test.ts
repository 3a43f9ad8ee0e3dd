import {uvProjectMissing} from '../../../src/diagnosis/failures/uv-project-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(uvProjectMissing, {
  matches: [
    {
      text: 'error: Failed to spawn: `server.py`\n  Caused by: No such file or directory (os error 2)',
      with: {entry: {command: 'uv', args: ['run', 'server.py']}, command: {project: {dir: '/srv/notes'}}},
      cause: [/server\.py/],
      fix: '--directory=/srv/notes',
    },
  ],
  misses: ['error: Failed to build wheel'],
});
