import {textOf} from '../../model/capture.ts';
import {seen} from '../../model/evidence.ts';
import {updateServer} from '../facts/handshake-oddity.ts';
import {argumentsOf, programOf, setVariable} from '../facts/launch-fixes.ts';
import {troubleOf} from '../facts/launch-trouble.ts';
import {wasGiven} from '../facts/launch-variables.ts';
import {clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const pythonOutputBuffered = defineFailure({
  id: 'python-output-buffered',
  class: 'config',
  step: 'launch',
  title: 'Python keeps the answers back in its buffer',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [],
  remedies: ['Set PYTHONUNBUFFERED to "1" in the "env" block of the server'],
  detect: ({launch, all}) => {
    const isPython =
      /^(?:python[\d.]*|py|uv|uvx|pipx)$/.test(programOf(all)) || seen(all, 'command')?.runtime?.name === 'python';
    const isUnbuffered = wasGiven(all, 'PYTHONUNBUFFERED') || argumentsOf(all).includes('-u');
    if (!isPython || isUnbuffered || troubleOf(all) !== 'silence' || launch.isInstalling) return null;
    const wasLate = /"(?:result|error|jsonrpc)"/.test(textOf(launch.stdout));
    // A program without a word on standard error is stuck somewhere else as likely.
    return wasLate ? {late: true} : launch.stdout.bytes === 0 && launch.stderr.bytes === 0 ? {late: false} : null;
  },
  explain: ({late}, {launch}) => ({
    cause: late
      ? 'The server answered, but Python kept the answer in its buffer until the end: to a pipe it writes in blocks, and the server does not flush.'
      : 'The Python server runs and writes nothing at all, not even an error. Most likely Python keeps its answers in a buffer, because the server prints them without flush.',
    evidence: [
      {
        label: 'Standard output',
        text: late ? clip(textOf(launch.stdout), 200) : 'nothing until the time was up',
        deciding: late ? '"jsonrpc"' : 'nothing',
      },
    ],
    confidence: late ? 'likely' : 'possible',
  }),
  fixes: (_, {all}) => [
    setVariable(all, 'PYTHONUNBUFFERED', '1'),
    updateServer(all, 'flush after each message: print(…, flush=True)'),
  ],
});
