import {runCommand} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const dockerContainerNotRunning = defineSaidFailure({
  id: 'docker-container-not-running',
  title: 'The container that the server runs in is not there',
  patterns: [
    /No such container: (?<name>\S+)/,
    /[Cc]ontainer (?<name2>\S+) is not running/,
    /service "(?<name3>[^"]+)" is not running/,
  ],
  remedies: ['Start the container (docker start NAME, docker compose up -d)'],
  cause: ({groups}) =>
    `The command runs inside the container "${groups['name'] ?? ''}", and that container is not running.`,
  fixes: ({groups, match}) => [
    match.startsWith('service')
      ? runCommand('start-service', `Run "docker compose up -d ${groups['name'] ?? ''}"`, [
          'docker',
          'compose',
          'up',
          '-d',
          groups['name'] ?? '',
        ])
      : runCommand('start-container', `Run "docker start ${groups['name'] ?? ''}"`, [
          'docker',
          'start',
          groups['name'] ?? '',
        ]),
  ],
});
