import {advise, askVariable, runCommand} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const dockerDaemonDown = defineSaidFailure({
  id: 'docker-daemon-down',
  title: 'Docker is installed, and its daemon does not run',
  patterns: [
    /Cannot connect to the Docker daemon(?: at (?<at>\S+?)\.?(?=\s|$))?/,
    /error during connect: [^\n]*docker[^\n]*/i,
    /Docker Desktop is not running/,
    /(?:pipe[\\/]+docker\w*|docker\.sock|docker\/desktop\/\w+\.sock)[^\n]{0,60}(?:connection refused|no such file|cannot find)[^\n]*/i,
    /Cannot connect to Podman/,
    /Is the docker daemon running\?/,
  ],
  remedies: [
    'Start Docker (Docker Desktop, or systemctl start docker)',
    'Set DOCKER_HOST in "env" to the socket that "docker context ls" shows, if docker works in a terminal',
    'Under WSL, set "command" to "docker.exe"',
  ],
  cause: ({groups, match}) =>
    `The Docker daemon cannot be reached${groups['at'] === undefined ? '' : ` at ${groups['at']}`} ("${match}"): it is not running, or it listens at another socket.`,
  fixes: (_, evidence) => [
    evidence.machine.platform === 'darwin'
      ? runCommand('start-docker', 'Start Docker Desktop: run "open -a Docker"', ['open', '-a', 'Docker'])
      : advise(
          'start-docker',
          evidence.machine.platform === 'win32'
            ? 'Start Docker Desktop, and wait until it says that the engine runs'
            : 'Start Docker (sudo systemctl start docker, or start Docker Desktop)',
        ),
    askVariable(
      evidence,
      'DOCKER_HOST',
      'Set DOCKER_HOST in "env" to the endpoint that "docker context ls" shows, if docker works in your terminal',
    ),
    advise('wsl', 'Under WSL with Docker Desktop: set "command" to "docker.exe"'),
  ],
});
