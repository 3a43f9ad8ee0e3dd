import {dockerDaemonDown} from '../../../src/diagnosis/failures/docker-daemon-down.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(dockerDaemonDown, {
  matches: [
    {
      text: 'docker: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
      with: {entry: {command: 'docker', args: ['run', '-i', 'x']}},
      cause: [/Docker daemon/, /docker\.sock/],
      fix: /[Ss]tart Docker/,
    },
  ],
  misses: ['permission denied while trying to connect to the Docker daemon socket'],
});
