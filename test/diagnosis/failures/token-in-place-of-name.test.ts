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
    {
      name: 'a token under the key that Codex refuses',
      evidence: {
        entry: {
          client: 'codex',
          raw: {url: 'https://notes.example/mcp', bearer_token: '[secret]'},
          rules: {knownFields: ['url', 'bearer_token_env_var']},
        },
      },
      cause: [/takes no token in its file/, /bearer_token_env_var/],
      fix: /bearer_token_env_var = "NAME"/,
    },
  ],
  misses: [
    {
      name: 'a client that knows neither key',
      evidence: {entry: {raw: {url: 'https://notes.example/mcp', bearer_token: '[secret]'}}},
    },
    {name: 'a name that is not set', evidence: named('NOTES_TOKEN')},
    {name: 'a name that is set', evidence: named('notes_token', true)},
  ],
});
