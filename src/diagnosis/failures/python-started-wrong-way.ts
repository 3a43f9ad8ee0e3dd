import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {lastWordsOf} from '../facts/stderr-deciding.ts';
import {saidBy} from '../facts/stderr-lines.ts';

export const pythonStartedWrongWay = defineSaidFailure({
  id: 'python-started-wrong-way',
  class: 'config',
  title: 'A Python package is started in a way that it does not allow',
  patterns: [
    /attempted relative import with no known parent package/,
    /No module named (?<package>[\w.]{1,100})\.__main__/,
    /'(?<package>[\w.]{1,100})' is a package and cannot be directly executed/,
    // fastmcp and "mcp run" look for the server in a file.
    /No server object found in (?<object>[^\n]{1,200}?)\. Please/,
    /can't find '__main__' module in '?(?<folder>[^'\n]{1,300})/,
  ],
  remedies: [
    'Start a file of a package as a module: "-m", "package.module" in "args", from the folder above the package',
    'Start the command that the package installs, or name its start module behind -m',
  ],
  cause: ({match, groups}, evidence) => {
    if (groups['package'] !== undefined)
      return `Python is told to run the package "${groups['package']}", and it has no "__main__" module, so it cannot be started by its name alone: "${match}".`;
    if (groups['object'] !== undefined)
      return `The command that runs the server looks into ${groups['object']} for an object named mcp, server or app, and there is none: the server has another name there, or is made inside a function.`;
    if (groups['folder'] !== undefined)
      return `Python is given the folder ${groups['folder']} to run, and there is no "__main__.py" in it: it needs a file, or a module behind -m.`;
    const file = lastWordsOf(saidBy(evidence)[0]?.text ?? '')?.place?.replace(/:\d+$/, '') ?? 'the file';
    return `${file} is part of a package and is started as a single file, so its relative import ("from ." …) has no package to look in. It has to be started as a module, with -m.`;
  },
  fixes: ({groups}) => [
    groups['package'] !== undefined
      ? advise(
          'name-module',
          `Set the word behind "-m" in "args" to the module that starts the server (often ${groups['package']}.server), or set "command" to the command that the package installs`,
        )
      : groups['object'] !== undefined
        ? advise(
            'name-object',
            `Name the server behind the file in "args": "${groups['object']}:NAME"; or call the object mcp, server or app in the file`,
          )
        : groups['folder'] !== undefined
          ? advise('name-file', 'Write the file that starts the server into "args", instead of its folder')
          : advise(
              'as-module',
              'Start it as a module: put "-m" and "package.module" into "args" instead of the file, with the folder above the package as working folder',
            ),
  ],
});
