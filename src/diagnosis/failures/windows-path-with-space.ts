import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const windowsPathWithSpace = defineSaidFailure({
  id: 'windows-path-with-space',
  class: 'config',
  title: 'A path with a space falls apart',
  patterns: [/'(?<part>[A-Za-z]:\\\w+)' is not recognized as an internal or external command/],
  remedies: [
    'Set "command" to node.exe with the full path of npx-cli.js in "args"',
    'Use the short (8.3) name of the folder',
  ],
  cause: ({groups}) =>
    `Windows cuts the path at its first space and looks for "${groups['part'] ?? ''}": the command is run through cmd without quotation marks.`,
  fixes: ({groups}) => [
    advise(
      'no-space',
      `Write the folder with its short name (C:\\PROGRA~1 for ${groups['part'] ?? ''} Files), or start node.exe directly with the full path of npx-cli.js`,
    ),
  ],
});
