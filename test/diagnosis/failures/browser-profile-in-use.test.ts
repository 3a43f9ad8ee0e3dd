import {browserProfileInUse} from '../../../src/diagnosis/failures/browser-profile-in-use.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(browserProfileInUse, {
  matches: [
    {text: '[pid=1][out] Opening in existing browser session.', cause: [/browser/]},
    {
      text: 'Error: Browser is already in use for /home/ada/.cache/ms-playwright/mcp-chrome-profile, use --isolated to run multiple instances',
      with: {entry: {command: 'npx', args: ['-y', '@playwright/mcp']}},
      cause: [/mcp-chrome-profile/],
      fix: '--isolated',
    },
  ],
  misses: ['port is already in use'],
});
