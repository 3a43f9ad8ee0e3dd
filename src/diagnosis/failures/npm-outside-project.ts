import {seen} from '../../model/evidence.ts';
import {advise, insertArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const npmOutsideProject = defineSaidFailure({
  id: 'npm-outside-project',
  class: 'config',
  title: 'npm runs in a folder without that script',
  patterns: [
    /npm (?:error|ERR!) [Mm]issing script: "?(?<script>[\w:.-]+)"?/,
    /npm (?:error|ERR!) (?:enoent )?Could not read package\.json/,
    /ERR_PNPM_NO_(?:SCRIPT|IMPORTER_MANIFEST_FOUND)[^\n]*/,
    /error Couldn't find a package\.json file in "(?<dir>[^"]+)"/,
    /error: [Ss]cript (?:not found )?"(?<script>[\w:.-]{1,80})"(?: not found)?/,
    /error Command "(?<script2>[\w:.-]+)" not found/,
  ],
  remedies: [
    'Add "--prefix" and the absolute path of the project to the arguments of npm',
    'Start the file of the server itself with node and its absolute path',
  ],
  cause: ({groups, line}, evidence) =>
    `npm looks for ${groups['script'] === undefined ? 'a package.json' : `the script "${groups['script']}"`} in ${groups['dir'] ?? seen(evidence, 'launch')?.cwd ?? 'the folder in which the client starts it'}, and it is not there. It says: "${clip(line, 140)}".`,
  fixes: (_, evidence) => {
    const dir = seen(evidence, 'command')?.project?.dir;
    return [
      dir === undefined
        ? advise('prefix', 'Add "--prefix=" with the absolute path of the project as first argument in "args"')
        : insertArgument(evidence, 0, `--prefix=${dir}`, `Add "--prefix=${dir}" as first argument in "args"`),
      advise('direct', "Or start the server's file with node and its absolute path"),
    ];
  },
});
