import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const pythonFileShadowsModule = defineSaidFailure({
  id: 'python-file-shadows-module',
  title: 'A file of the server has the name of a package that it imports',
  patterns: [
    /No module named '(?<name>\w{1,80})\.[\w.]{1,120}'; '\w{1,80}' is not a package/,
    /cannot import name '\w{1,80}' from partially initialized module '(?<name>\w{1,80})'/,
    /partially initialized module '(?<name>\w{1,80})' has no attribute/,
  ],
  remedies: ['Rename the file: a file called mcp.py hides the package mcp, and so does every other name of a package'],
  cause: ({groups}) =>
    `Python finds a file "${groups['name'] ?? ''}.py" of the server first, where the package "${groups['name'] ?? ''}" is meant: the file has the package's name and hides it.`,
  fixes: ({groups}) => [
    advise(
      'rename-file',
      `Rename "${groups['name'] ?? ''}.py" (to notes_server.py, for example), and write the new name into "args"`,
    ),
    advise('remove-cache', 'Remove the folder __pycache__ beside it, if the message stays'),
  ],
});
