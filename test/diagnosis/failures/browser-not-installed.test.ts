import {browserNotInstalled} from '../../../src/diagnosis/failures/browser-not-installed.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(browserNotInstalled, {
  matches: [
    {
      text: "browserType.launch: Executable doesn't exist at /home/ada/.cache/ms-playwright/chromium-1148/chrome",
      cause: [/chromium-1148/],
      fix: 'playwright install',
    },
  ],
  misses: ['Executable file not found in $PATH'],
});
