import {updateServer} from '../facts/handshake-oddity.ts';
import {setVariable} from '../facts/launch-fixes.ts';
import {hasAnsweredHello, troubleOf} from '../facts/launch-trouble.ts';
import {clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const stdoutDotenvBanner = defineFailure({
  id: 'stdout-dotenv-banner',
  class: 'config',
  step: 'handshake',
  title: 'dotenv writes a banner into the protocol channel',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [{match: /\[dotenv@\d|◇ injected|Unexpected token '◇'/, confidence: 'certain'}],
  remedies: ['Set DOTENV_CONFIG_QUIET to "true" in the "env" block of the server'],
  detect: ({launch, all}) => {
    const line = launch.noise.find(({text}) => /\[dotenv@\d|◇ injected|^\s*injecting env \(\d+\) from/.test(text));
    return line === undefined || troubleOf(all) === 'end' ? null : line;
  },
  explain: (line, {all}) => ({
    cause: `The package dotenv writes "${clip(line.text, 120)}" to standard output (stdout). That channel belongs to the protocol: the client reads the banner as a broken message.`,
    evidence: [{label: 'Standard output', text: line.text, deciding: line.text}],
    severity: hasAnsweredHello(all) && !line.isGlued ? 'warning' : 'error',
  }),
  fixes: (_, {all}) => [
    setVariable(all, 'DOTENV_CONFIG_QUIET', 'true'),
    updateServer(all, 'call dotenv with {quiet: true}, or write to stderr'),
  ],
});
