import {advise, askWorkingFolder} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

/** Version managers put a small stand-in on the PATH; in which version it runs depends on the folder. */
export const shimWithoutVersion = defineSaidFailure({
  id: 'shim-without-version',
  class: 'config',
  title: 'A version manager does not know which version to run',
  patterns: [
    /(?:asdf: )?No version is set for (?:command|shim:?) ?(?<name>[\w.+-]{1,60})[^\n]*/i,
    /no version is set for shim: (?<name>[\w.+-]{1,60})[^\n]*/,
    /rustup could not choose a version of (?<name>\w{1,30}) to run[^\n]*/,
    /(?:pyenv|rbenv|nodenv|goenv|jenv): (?<name>[\w.+-]{1,60}): command not found\s{1,4}The [`'"][^\n]{1,60}['"`] command exists in these \w{1,20} versions/,
    /(?:pyenv|rbenv|nodenv|goenv|jenv): version [`'"](?<version>[^'"`\n]{1,40})['"`] is not installed[^\n]*/,
    /Volta error: (?<name>Node|npm|Yarn|pnpm) is not available/,
    /asdf: (?<version>No preset version installed) for command (?<name>[\w.+-]{1,60})/,
  ],
  remedies: [
    'Set "command" to the full path of the real program of one version (asdf which NAME, mise which NAME, pyenv which NAME)',
    'Choose a version for all folders (asdf set --home, mise use --global, pyenv global, rustup default)',
  ],
  cause: ({groups, line}) =>
    `"${groups['name'] ?? 'The command'}" is a stand-in of a version manager, and in the folder where the client starts it no version is chosen, or the chosen one is not installed. In your terminal's folder there may be one. It says: "${clip(line, 140)}".`,
  fixes: ({groups}, evidence) => [
    advise(
      'real-program',
      `Set "command" to the full path of the real program: in a folder where it works, ask the version manager (asdf which ${groups['name'] ?? 'NAME'}, mise which …, pyenv which …, rustup which …)`,
    ),
    advise(
      'global-version',
      'Or choose a version for all folders: asdf set --home, mise use --global, pyenv global, rustup default',
    ),
    askWorkingFolder(evidence, 'The folder in which a version is chosen'),
  ],
});
