import {mcpRemoteSignInWaits} from '../../../src/diagnosis/failures/mcp-remote-sign-in-waits.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(mcpRemoteSignInWaits, {
  matches: [
    {
      text: '[123] Another instance is handling authentication on port 9123 (waiting)',
      cause: [/lock/],
      fix: /_lock\.json/,
    },
  ],
  misses: ['Waiting for authentication'],
});
