import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const dockerSocketDenied = defineSaidFailure({
  id: 'docker-socket-denied',
  title: 'Your user may not use Docker',
  patterns: [
    /permission denied while trying to connect to the [Dd]ocker[^\n]*/,
    /dial unix \S*docker\.sock: connect: permission denied/,
  ],
  remedies: ['Add your user to the group "docker", and sign in again', 'Use rootless Docker'],
  cause: ({match}) => `Your user may not talk to Docker ("${clip(match, 120)}"): it is not in the group "docker".`,
  fixes: () => [
    advise(
      'group',
      'Add your user to the group (sudo usermod -aG docker "$USER"), sign out and in again, and restart the client',
    ),
    advise('rootless', 'Or use rootless Docker, and set DOCKER_HOST to its socket'),
  ],
});
