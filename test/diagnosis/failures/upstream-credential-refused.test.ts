import {upstreamCredentialRefused} from '../../../src/diagnosis/failures/upstream-credential-refused.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(upstreamCredentialRefused, {
  matches: [
    {
      text: 'POST https://api.notes.example/v1/session -> 401 {"error":"invalid_api_key"}\nFatal: could not sign in to Notes with NOTES_API_KEY',
      with: {entry: {envNames: ['NOTES_API_KEY']}},
      cause: [/NOTES_API_KEY/, /401|invalid/],
      fix: /NOTES_API_KEY/,
    },
    {
      text: 'github.GithubException: 401 Bad credentials',
      with: {entry: {envNames: ['GITHUB_TOKEN']}},
      cause: [/GITHUB_TOKEN/],
    },
    {text: 'slack error: invalid_auth', cause: [/invalid_auth/]},
  ],
  misses: ['401 notes indexed', 'Error: invalid API key format', 'NOTES_TOKEN is not set'],
});
