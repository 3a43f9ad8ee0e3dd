import type {Evidence} from '../../model/evidence.ts';
import {seen} from '../../model/evidence.ts';
import {advise} from '../facts/launch-fixes.ts';
import {defineFailure} from '../failure.ts';

export const argumentsTooLong = defineFailure({
  id: 'arguments-too-long',
  class: 'config',
  step: 'launch',
  title: 'Arguments and variables are too long for the system',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [
    {
      match: /\bspawn E2BIG\b|[Aa]rgument list too long|The (?:command line|filename or extension) is too long/,
      confidence: 'certain',
    },
  ],
  remedies: ['Move the long value into a file, and give the server the path of the file'],
  detect: ({launch}) =>
    launch.spawnError !== null && /^(?:E2BIG|ENAMETOOLONG)$/.test(launch.spawnError.code) ? launch.spawnError : null,
  explain: (error, {launch, all}) => ({
    cause: `The system refuses to start "${launch.argv[0] ?? ''}" (${error.code}): its arguments and variables are longer than the system allows. The longest is ${longest(all)}.`,
    evidence: [{label: 'The system says', text: error.message, deciding: error.code}],
  }),
  fixes: (_, {all}) => [
    advise('use-file', `Move the value of ${longest(all)} into a file, and give the server the path of that file`),
  ],
});

const longest = (evidence: Evidence): string => {
  const values = [...(seen(evidence, 'entry')?.values ?? [])].sort((a, b) => b.length - a.length);
  const first = values[0];
  return first === undefined ? 'not known' : `${first.path.join('.')} (${first.length} characters)`;
};
