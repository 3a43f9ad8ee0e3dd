import {updateServer} from '../facts/handshake-oddity.ts';
import {argumentsOf, insertArgument, programOf, setVariable} from '../facts/launch-fixes.ts';
import {hasAnsweredHello, troubleOf} from '../facts/launch-trouble.ts';
import {clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const stdoutInstallNoise = defineFailure({
  id: 'stdout-install-noise',
  class: 'config',
  step: 'handshake',
  title: 'A package manager writes into the protocol channel',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [
    {
      match:
        /found 0 vul|run `npm f|^[^\S\n]{0,40}(?:added|audited|changed|removed) \d+ packages|added N packages|up to date, audited \d+|packages? are looking for funding/m,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Set npm_config_loglevel to "silent" in the "env" block of the server',
    'Start the server without an install step (no "npm run" and no install script in between)',
  ],
  detect: ({launch, all}) => {
    const line = launch.noise.find(({text}) => NOISE.test(text));
    return line === undefined || troubleOf(all) === 'end' ? null : line;
  },
  explain: (line, {all}) => ({
    cause: `A package manager that the server's start calls writes "${clip(line.text.trim(), 120)}" to standard output (stdout). The client reads that line as a broken message.`,
    evidence: [{label: 'Standard output', text: line.text, deciding: line.text.trim()}],
    severity: hasAnsweredHello(all) && !line.isGlued ? 'warning' : 'error',
  }),
  fixes: (_, {all}) => [
    ...(programOf(all) === 'npm' && argumentsOf(all)[0] === 'run'
      ? [insertArgument(all, 1, '--silent', 'Add "--silent" after "run" in "args"')]
      : []),
    setVariable(all, 'npm_config_loglevel', 'silent'),
    updateServer(all, 'let the install write to stderr'),
  ],
});

const NOISE =
  /^\s*(?:(?:added|audited|changed|removed|up to date)\b.* packages?\b|found \d+ vulnerabilit|run `npm (?:fund|audit)|\d+ packages? (?:is|are) looking for funding|> [\w@/.-]+@\d[\w.]* \w+|yarn run v\d|\$ (?:node|tsx|ts-node) |Requirement already satisfied|Collecting \w|Successfully installed )/;
