import {seen} from '../../model/evidence.ts';
import {advise, insertArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const uvProjectMissing = defineSaidFailure({
  id: 'uv-project-missing',
  class: 'config',
  title: 'uv runs outside of its project',
  patterns: [
    /No `pyproject\.toml` found in (?:current|`?\S+) ?directory/,
    /error: Failed to spawn: `(?<name>[^`]+)`/,
    /Project virtual environment directory `(?<name2>[^`]+)` cannot be used/,
  ],
  remedies: ['Add "--directory" and the folder of the project to the arguments of uv'],
  cause: ({groups, line}, evidence) =>
    `uv does not find the project${groups['name'] === undefined ? '' : ` or its "${groups['name']}"`} from the folder in which the client starts it (${seen(evidence, 'launch')?.cwd ?? ''}). It says: "${clip(line, 140)}".`,
  fixes: (_, evidence) => {
    const dir = seen(evidence, 'command')?.project?.dir;
    return dir === undefined
      ? [advise('directory', 'Add "--directory=" with the absolute path of the project in front of "run" in "args"')]
      : [insertArgument(evidence, 0, `--directory=${dir}`, `Add "--directory=${dir}" as first argument in "args"`)];
  },
});
