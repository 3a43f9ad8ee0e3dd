import {advise, commandLineOf, programOf} from '../facts/launch-fixes.ts';
import {defineFailure} from '../failure.ts';

export const couldNotStart = defineFailure({
  id: 'could-not-start',
  class: 'runtime',
  step: 'launch',
  title: 'The system cannot start the program',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [
    {match: /\bspawn (?<command>\S+) (?<code>E(?!NOENT\b|ACCES\b|INVAL\b|NOTDIR\b)[A-Z0-9]+)/, confidence: 'likely'},
    {match: /failed to start command|failed to spawn/i, confidence: 'possible'},
  ],
  remedies: [
    'Run the command in a terminal, and correct what the system names',
    'Set "command" to the absolute path of the program',
  ],
  detect: ({launch}) => launch.spawnError,
  explain: (error, {launch}) => ({
    cause: `The system could not start "${launch.argv[0] ?? ''}": ${error.code} (${MEANING[error.code] ?? error.message}).`,
    evidence: [{label: 'The system says', text: error.message, deciding: error.code}],
    confidence: MEANING[error.code] === undefined ? 'possible' : 'likely',
    waitingHelps: BUSY.test(error.code),
  }),
  fixes: (error, {all}) => [
    ...(BUSY.test(error.code)
      ? [
          advise(
            'free',
            'Close programs that are not needed (or raise the limit of open files or processes), and try again',
          ),
        ]
      : []),
    ...(error.code === 'ENOENT'
      ? [advise('absolute', `Set "command" to the absolute path of "${programOf(all)}"`)]
      : []),
    advise('run-alone', `Run it in a terminal and correct what the system names: ${commandLineOf(all)}`),
  ],
});

const BUSY = /^(?:EMFILE|ENFILE|EAGAIN|ENOMEM|ETXTBSY|EBUSY)$/;

const MEANING: Readonly<Record<string, string>> = {
  ENOENT: 'the program, its interpreter or its working folder does not exist',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files in the whole system',
  EAGAIN: 'too many processes',
  ENOMEM: 'no memory left',
  ETXTBSY: 'the file is being written at this moment',
  EBUSY: 'the file is in use',
  EISDIR: 'it is a folder, not a program',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'its path is too long',
  EIO: 'the disk does not answer',
};
