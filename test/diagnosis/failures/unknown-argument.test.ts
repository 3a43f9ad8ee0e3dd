import {unknownArgument} from '../../../src/diagnosis/failures/unknown-argument.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(unknownArgument, {
  matches: [
    {
      text: "error: unexpected argument '--db' found\n\n  tip: a similar argument exists: '--dsn'\n",
      with: {entry: {args: ['--db', 'x'], raw: {command: 'node', args: ['--db', 'x']}}},
      cause: [/It knows "--dsn"/],
      fix: /Set "--db" in "args" to "--dsn"/,
    },
    {
      text: 'notes: error: unrecognized arguments: --stdioo',
      with: {entry: {args: ['/srv/n.js', '--stdioo']}},
      cause: [/--stdioo/],
      fix: 'Remove "--stdioo"',
    },
    {text: 'flag provided but not defined: -transport', cause: [/-transport/]},
  ],
  misses: ['TypeError: invalid argument', 'unknown host --'],
});
