import {unknownArgument} from '../../../src/diagnosis/failures/unknown-argument.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(unknownArgument, {
  matches: [
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
