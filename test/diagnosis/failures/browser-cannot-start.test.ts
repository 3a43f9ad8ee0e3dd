import {browserCannotStart} from '../../../src/diagnosis/failures/browser-cannot-start.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(browserCannotStart, {
  matches: [
    {
      text: '[7:7:0312/155258.9:ERROR:zygote_host_impl_linux.cc(101)] Running as root without --no-sandbox is not supported. See https://crbug.com/638180.',
      with: {entry: {}},
      cause: [/sandbox/, /root/],
      fix: '--no-sandbox',
    },
    {
      text: 'Error: Protocol error (Target.setDiscoverTargets): Target closed',
      cause: [/ends as soon/],
      fix: 'normal user',
    },
    {
      text: 'SyntaxError: browserType.launch: Invalid URL: undefined\n[pid=1] <process did exit: exitCode=null, signal=SIGTRAP>',
      cause: [/browserType\.launch/],
      fix: 'playwright install --with-deps',
    },
    {text: "unknown error: DevToolsActivePort file doesn't exist", cause: [/DevToolsActivePort/]},
  ],
  misses: [
    "browserType.launch: Executable doesn't exist at /root/.cache/ms-playwright/chromium-1/chrome",
    'Error: Target closed for writing',
    'The sandbox folder is not set',
  ],
});
