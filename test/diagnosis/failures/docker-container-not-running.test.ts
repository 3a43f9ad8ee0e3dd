import {dockerContainerNotRunning} from '../../../src/diagnosis/failures/docker-container-not-running.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(dockerContainerNotRunning, {
  matches: [
    {text: 'Error response from daemon: No such container: notes', cause: [/notes/], fix: 'docker start notes'},
    {text: 'service "api" is not running', cause: [/api/], fix: 'docker compose up -d api'},
  ],
  misses: ['server is not running in debug mode'],
});
