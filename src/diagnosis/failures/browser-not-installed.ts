import {advise, runCommand} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const browserNotInstalled = defineSaidFailure({
  id: 'browser-not-installed',
  title: 'The browser that the server drives is not installed',
  patterns: [
    /Executable doesn't exist at (?<path>\S+)/,
    /Chromium distribution '(?<name>[^']+)' is not found/,
    /(?:Cannot|Could not) find (?:Chrome|Chromium|browser|expected browser)[^\n]*/,
    /(?:npx )?playwright install/,
  ],
  remedies: ['Run npx playwright install', 'Add "--browser=chromium" to "args", to use another browser'],
  cause: ({groups, line}) =>
    `The server drives a browser, and ${groups['path'] ?? groups['name'] ?? 'the browser that it wants'} is not installed. It says: "${clip(line, 140)}".`,
  fixes: () => [
    runCommand('install-browser', 'Run "npx -y playwright install chromium"', [
      'npx',
      '-y',
      'playwright',
      'install',
      'chromium',
    ]),
    advise(
      'other-browser',
      'Or add "--browser=chromium" (or --executable-path=…) to "args", to use one that is installed',
    ),
  ],
});
