import {tokenInPlaceOfName} from '../../../src/diagnosis/failures/token-in-place-of-name.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

const named = (name: string, isSet = false) => ({
  entry: {
    client: 'codex',
    variables: [
      {
        name,
        written: name,
        syntax: 'NAME',
        path: ['bearer_token_env_var'],
        isExpanded: true,
        isSet,
        hasDefault: false,
        near: [],
      },
    ],
  },
});

evidenceCases(tokenInPlaceOfName, {
  matches: [
    {
      name: 'what looks like a token',
      evidence: named('[secret]'),
      cause: [/bearer_token_env_var/, /name of an environment variable/],
      fix: /name/,
    },
  ],
  misses: [
    {name: 'a name that is not set', evidence: named('NOTES_TOKEN')},
    {name: 'a name that is set', evidence: named('notes_token', true)},
  ],
});
