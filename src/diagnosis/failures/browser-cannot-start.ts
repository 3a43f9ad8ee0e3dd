import {advise, argumentsOf, insertArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const browserCannotStart = defineSaidFailure({
  id: 'browser-cannot-start',
  title: 'The browser that the server drives does not start',
  patterns: [
    /(?<sandbox>Running as root without --no-sandbox is not supported)[^\n]*/,
    /(?<sandbox>No usable sandbox!)[^\n]*/,
    /Failed to launch the browser process[^\n]*/,
    /Protocol error \(Target\.\w{1,40}\): Target closed/,
    /browserType\.launch\w{0,30}: (?!Executable doesn't exist|Chromium distribution)[^\n]*/,
    /chrome not reachable|DevToolsActivePort file doesn't exist|session not created: Chrome failed to start[^\n]*/,
  ],
  confidence: 'likely',
  remedies: [
    'As root, in a container or in WSL: add "--no-sandbox" to "args" (or run the server as a normal user)',
    'Without a screen: add "--headless" to "args"',
    'Let the server use the browser that it brings: npx playwright install --with-deps chromium',
  ],
  cause: ({groups, line}) =>
    groups['sandbox'] === undefined
      ? `The server drives a browser, and the browser ends as soon as it is started: "${clip(line, 160)}".`
      : `The server drives a browser, and Chrome refuses to start: its sandbox does not work for this user (root, a container, WSL). It says: "${clip(line, 160)}".`,
  fixes: ({groups}, evidence) => [
    ...(groups['sandbox'] === undefined || argumentsOf(evidence).includes('--no-sandbox')
      ? []
      : [
          insertArgument(
            evidence,
            argumentsOf(evidence).length,
            '--no-sandbox',
            'Add "--no-sandbox" at the end of "args" (only for pages that you trust), if the server knows it',
          ),
        ]),
    advise('as-user', 'Run the server as a normal user instead of root'),
    advise('with-deps', 'Install the browser with its libraries: npx playwright install --with-deps chromium'),
    advise('headless', 'On a machine without a screen add "--headless" to "args"'),
  ],
});
