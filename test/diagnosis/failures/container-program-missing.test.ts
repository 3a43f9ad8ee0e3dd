import {containerProgramMissing} from '../../../src/diagnosis/failures/container-program-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(containerProgramMissing, {
  matches: [
    {
      text: 'docker: Error response from daemon: OCI runtime create failed: unable to start container process: exec: "npx": executable file not found in $PATH: unknown.',
      with: {entry: {command: 'docker', args: ['run', '-i', 'acme/notes', 'npx']}},
      cause: [/"npx"/],
      fix: 'Remove "npx"',
    },
  ],
  misses: ['exec: "npx": executable file not found in $PATH'],
});
