import {serverWords, updateServer} from '../facts/handshake-oddity.ts';
import {hasAnsweredHello} from '../facts/launch-trouble.ts';
import {capital} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const ignoresClosedInput = defineFailure({
  id: 'ignores-closed-input',
  class: 'runtime',
  step: 'tools',
  title: 'The server does not end when the client goes',
  severity: 'warning',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [
    {match: /server did not (?:exit|shut down|terminate)[^\n]{0,60}(?:stdin|SIGTERM|killing)/i, confidence: 'likely'},
  ],
  remedies: ['Update the server, so that it ends when its standard input closes'],
  detect: ({launch, all}) =>
    hasAnsweredHello(all) && launch.exit === null && /^sig/.test(launch.closing.by) ? launch.closing : null,
  explain: ({by, ms}, {all}) => ({
    cause: `${capital(serverWords(all))} did not end when its standard input closed; it had to be ended by ${by.toUpperCase()} after ${(ms / 1000).toFixed(1)} s. Sessions that end suddenly leave it running.`,
    evidence: [{label: 'Closing', text: `${by} after ${ms} ms`, deciding: by}],
  }),
  fixes: (_, {all}) => [updateServer(all, 'end when standard input closes')],
});
