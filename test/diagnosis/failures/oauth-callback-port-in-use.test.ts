import {oauthCallbackPortInUse} from '../../../src/diagnosis/failures/oauth-callback-port-in-use.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(oauthCallbackPortInUse, {
  matches: [
    {
      text: 'Error: listen EADDRINUSE: address already in use 127.0.0.1:3334',
      with: {entry: {command: 'npx', args: ['-y', 'mcp-remote', 'https://notes.example/mcp']}},
      cause: [/3334/],
      fix: /Add the port/,
    },
    {
      text: 'Cannot initiate OAuth flow - callback server unavailable (Port 8000 is already in use on localhost.)',
      cause: [/8000/],
    },
  ],
  misses: ['Error: listen EADDRINUSE: address already in use :::3000'],
});
