import {askCommand, commandPath, commandQuote, isNotFound, pathText} from '../facts/command-entry.ts';
import {installText, runtimeOf} from '../facts/command-runtimes.ts';
import {advice, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const runtimeNotInstalled = defineFailure({
  id: 'runtime-not-installed',
  class: 'runtime',
  step: 'command',
  title: 'The program that starts the server is not installed',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {
      match:
        /(?<name>uvx?|docker|node|npx|bunx?|deno|java|dotnet|python3?) (is|was) not (installed|recognized as an internal)/i,
      confidence: 'likely',
    },
    {
      match:
        /'(uvx?|docker|node|npx|bunx?|deno|java|dotnet|python3?)' is not recognized as an internal or external command/i,
      confidence: 'likely',
    },
    {
      match:
        /Unable to locate a Java Runtime|Python was not found; run without arguments to install from the Microsoft Store|The JAVA_HOME environment variable is not defined|You must install \.NET/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Install the program (uv, Node.js, Docker, Bun, Deno, Python, Java, .NET) and restart the client',
    'In a container: use an image that has it, or reach the server by its URL',
  ],
  detect: ({command}) => {
    const runtime = command.isPath ? null : runtimeOf(command.command.replace(/\.(exe|cmd)$/i, ''));
    const isElsewhere = command.elsewhere.some((one) => one.source !== 'near-name');
    return runtime !== null && isNotFound(command) && !isElsewhere ? {runtime} : null;
  },
  explain: ({runtime}, {entry, command}) => ({
    cause: `${command.command} was not found on ${pathText(entry, command)}, nor in any folder where it usually stands: ${runtime.name} is most likely not installed.`,
    evidence: [commandQuote(entry, command, command.command)],
    location: placeAt(entry, commandPath(entry)),
    confidence: 'likely',
  }),
  fixes: ({runtime}, {entry, command, all}) => [
    advice('install', installText(runtime, all)),
    askCommand(
      entry,
      `If it is installed, set "${entry.rules.fields.command}" to its full path (ask your shell: which ${command.command})`,
      'The client does not find it by its name',
    ),
  ],
});
