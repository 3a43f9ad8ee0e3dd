import {lastWordsEvidence, signalOf, waitedFor, wordsOf} from '../facts/launch-end.ts';
import {advise, commandLineOf} from '../facts/launch-fixes.ts';
import {troubleOf} from '../facts/launch-trouble.ts';
import {defineFailure} from '../failure.ts';

export const killedBySignal = defineFailure({
  id: 'killed-by-signal',
  class: 'runtime',
  step: 'launch',
  title: 'The system ends the server with a signal',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [
    {match: /^Killed(?:: 9)?$/m, confidence: 'likely'},

    {match: /\bSIG(?:KILL|SEGV|ABRT|ILL|BUS|FPE|SYS|TRAP)\b/, confidence: 'likely'},
    {
      match:
        /Segmentation fault|Bus error|Illegal instruction|exit(?:ed)?(?: with)?(?: code| status)? 1(?:37|39|34)\b/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'For SIGKILL: give the server more memory, or find out who ended it',
    'For SIGSEGV and SIGILL: install the build that fits this machine',
  ],
  detect: ({launch, all}) => {
    const signal = signalOf(launch);
    // .NET, C++ and Swift end by SIGABRT after an error that they tell: then the error is what matters.
    if (signal === 'SIGABRT' && TOLD.test(wordsOf(launch)?.line ?? '')) return null;
    return signal === null || troubleOf(all) === null ? null : {signal, launch};
  },
  explain: ({signal, launch}) => ({
    cause: `The server was killed by the signal ${signal} ${waitedFor(launch)}. ${MEANING[signal] ?? 'Another program ended it.'}`,
    evidence: lastWordsEvidence(launch),
    confidence: signal === 'SIGKILL' ? 'likely' : 'certain',
  }),
  fixes: ({signal}, {all}) =>
    signal === 'SIGKILL' || signal === 'SIGTERM'
      ? [
          advise(
            'memory',
            'Look whether memory ran out (dmesg, the journal, docker stats), and give the server more or close other programs',
          ),
          advise('who', 'Look for a supervisor, a container limit or a security program that ends it'),
        ]
      : [
          advise(
            'right-build',
            `Install the build of the server and of its native parts that fits this processor and system, then run: ${commandLineOf(all)}`,
          ),
        ],
});

const TOLD = /^(?:Unhandled exception|terminate called after throwing|libc\+\+abi: terminating|Fatal error: )/i;

const MEANING: Readonly<Record<string, string>> = {
  SIGKILL:
    'Nobody can catch this signal: usually the system ran out of memory, a container limit was reached, or a security program stepped in.',
  SIGSEGV: 'Its native code touched memory that is not its own: a native part does not fit this system or is broken.',
  SIGABRT: 'It gave itself up after an inner error of its native code.',
  SIGILL: 'It was built for a newer or other processor than the one in this machine.',
  SIGBUS: 'Its memory or the file behind it vanished.',
  SIGTERM: 'Another program asked it to end.',
};
