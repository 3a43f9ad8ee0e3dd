import {seen} from '../../model/evidence.ts';
import {advise, commandLineOf, programOf} from '../facts/launch-fixes.ts';
import {raiseLimit} from '../facts/launch-limit.ts';
import {hasAnsweredHello} from '../facts/launch-trouble.ts';
import {defineFailure} from '../failure.ts';

export const stillInstalling = defineFailure({
  id: 'still-installing',
  class: 'runtime',
  step: 'launch',
  title: 'The package is still being installed when the time is up',
  severity: 'error',
  waitingHelps: true,
  needs: ['launch'],
  signatures: [
    {match: /startup_timeout_sec/, confidence: 'certain'},
    {
      match:
        /MCP error -32001: Request timed out|INITIALIZATION_TIMEOUT|Connection to MCP server timed out after \d+ms|Connection failed after \d+ms/,
      confidence: 'possible',
    },
    {match: /Context server request timeout|cancelled csp request task for "initialize"/, confidence: 'likely'},
  ],
  remedies: [
    "Raise the client's time limit for the start (MCP_TIMEOUT, startup_timeout_sec, timeout)",
    'Run the command once in a terminal, so that the package is there',
    'Install the package, and start its file with node instead of npx',
  ],
  detect: ({launch, all}) => (launch.isInstalling && !hasAnsweredHello(all) && launch.exit === null ? launch : null),
  explain: ({ms}, {all}) => ({
    cause: `"${programOf(all)}" is still fetching ${seen(all, 'command')?.package?.name ?? 'the package'} after ${Math.round(ms / 1000)} s: the server has not even started. The first start takes longest.`,
    evidence: [{label: 'Start', text: commandLineOf(all), deciding: programOf(all)}],
    confidence: 'likely',
  }),
  fixes: (_, {all}) => [
    advise('once', `Run it once in a terminal until it waits for input (Ctrl+C then ends it): ${commandLineOf(all)}`),
    raiseLimit(all),
    advise(
      'install',
      `Or install ${seen(all, 'command')?.package?.name ?? 'the package'} for good, and let "command" start the installed file`,
    ),
  ],
});
