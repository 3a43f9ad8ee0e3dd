import {needsTerminal} from '../../../src/diagnosis/failures/needs-terminal.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(needsTerminal, {
  matches: [
    {
      text: 'the input device is not a TTY',
      with: {entry: {command: 'docker', args: ['run', '-it', 'acme/notes']}},
      cause: [/terminal/],
      fix: 'Set "-it" to "-i"',
    },
  ],
  misses: ['listening on /dev/tty0'],
});
