import {credentialWrongKind} from '../../../src/diagnosis/failures/credential-wrong-kind.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(credentialWrongKind, {
  matches: [
    {
      text: 'Error: The key provided is a publishable key (pk_test_...). This server needs a secret key (sk_...).',
      cause: [/publishable key/],
      fix: /kind/,
    },
    {
      text: 'Error: An API error occurred: not_allowed_token_type',
      cause: [/not_allowed_token_type/],
      fix: /type/,
    },
    {
      text: '403: Personal access tokens are not supported for this endpoint',
      cause: [/Personal access tokens/],
    },
  ],
  misses: ['Error: invalid API key', 'API keys are stored in the keychain', 'Error: A secret key was not given'],
});
