import {mcpRemoteNeedsHttps} from '../../../src/diagnosis/failures/mcp-remote-needs-https.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(mcpRemoteNeedsHttps, {
  matches: [
    {
      text: 'Error: Non-HTTPS URLs are only allowed for localhost or when --allow-http flag is provided',
      with: {entry: {command: 'npx', args: ['mcp-remote', 'http://10.0.0.5/mcp']}},
      cause: [/--allow-http/],
      fix: '--allow-http',
    },
  ],
  misses: ['Error: invalid URL'],
});
