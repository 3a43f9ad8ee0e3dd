import {dockerSocketDenied} from '../../../src/diagnosis/failures/docker-socket-denied.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(dockerSocketDenied, {
  matches: [
    {
      text: 'docker: permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock',
      cause: [/group "docker"/],
      fix: /usermod/,
    },
  ],
  misses: ['Cannot connect to the Docker daemon'],
});
