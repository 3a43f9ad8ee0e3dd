import {dockerNameInUse} from '../../../src/diagnosis/failures/docker-name-in-use.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(dockerNameInUse, {
  matches: [
    {
      text: 'docker: Error response from daemon: Conflict. The container name "/notes" is already in use by container "ab12".',
      with: {entry: {command: 'docker', args: ['run', '-i', '--name=notes', 'x']}},
      cause: [/"notes"/],
      fix: 'Remove "--name=notes"',
    },
  ],
  misses: ['port is already in use'],
});
