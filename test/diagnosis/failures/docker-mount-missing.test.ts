import {dockerMountMissing} from '../../../src/diagnosis/failures/docker-mount-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(dockerMountMissing, {
  matches: [
    {
      text: 'docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /Users/username/Desktop',
      with: {
        entry: {
          command: 'docker',
          args: ['run', '-i', '--mount', 'type=bind,src=/Users/username/Desktop,dst=/projects', 'x'],
        },
      },
      cause: [/\/Users\/username\/Desktop/],
      fix: /argument 4/,
    },
  ],
  misses: ['no such file'],
});
