import {npmRegistrySignIn} from '../../../src/diagnosis/failures/npm-registry-sign-in.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(npmRegistrySignIn, {
  matches: [
    {
      text: 'npm error code E401\nnpm error Unable to authenticate, need: Basic',
      with: {entry: {}},
      cause: [/E401/],
      fix: 'NPM_CONFIG_USERCONFIG',
    },
  ],
  misses: ['npm error code E404', 'HTTP 401 Unauthorized'],
});
