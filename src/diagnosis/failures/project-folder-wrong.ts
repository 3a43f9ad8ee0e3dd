import {type Evidence, seen} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {advise, askWorkingFolder, programOf} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

/** Tools that work on the project in the folder where they run; npm and uv have failures of their own. */
export const projectFolderWrong = defineSaidFailure({
  id: 'project-folder-wrong',
  class: 'config',
  title: 'The start command runs outside of its project',
  patterns: [
    /(?<file>go\.mod) file not found in current directory/,
    /could not find `(?<file>Cargo\.toml)` in/,
    /Couldn't find a (?<file>project) to run\. Ensure a project exists in/,
    /MSB1003: Specify a (?<file>project or solution file)/,
    /MSB1009: Project file does not exist\.\s{1,4}Switch: (?<file>[^\n]{1,200})/,
    /Could not locate (?<file>Gemfile)/,
    /Could not find a Mix\.Project|(?<file>mix\.exs) (?:was )?not found/,
    /could not find a (?<file>composer\.json) file in/i,
    /no (?<file>configuration file) provided: not found/,
    /(?:fatal: not a|is not a valid) (?<file>[Gg]it repository)/,
    /there is no (?<file>POM) in this directory/,
    /does not contain a (?<file>Gradle build)/,
    /could not find an? (?<file>pyproject\.toml|deno\.json|package\.json|Package\.swift)(?: file)? in/i,
    /No (?<file>pyproject\.toml|deno\.json|project\.clj|build\.sbt) (?:was )?found/i,
  ],
  alsoKnownAs: [/InvalidGitRepositoryError[^\n]{0,200}/],
  remedies: [
    'Set the working folder ("cwd") to the folder of the project',
    'Name the project in "args" (dotnet run --project, cargo run --manifest-path, go run -C, bundle with BUNDLE_GEMFILE)',
  ],
  cause: ({groups}, evidence) =>
    `"${programOf(evidence)}" looks for ${groups['file'] ?? 'its project file'} in the folder where it is started (${seen(evidence, 'command')?.cwd.path ?? seen(evidence, 'launch')?.cwd ?? 'the working directory'}), and it is not there: the client starts it in another folder than a terminal would.`,
  fixes: (_, evidence) => fixesFor(evidence),
});

const OPTION: Readonly<Record<string, string>> = {
  go: '"-C" and the folder right behind "go"',
  cargo: '"--manifest-path" and the path of Cargo.toml behind "run"',
  dotnet: '"--project" and the folder behind "run"',
  mvn: '"-f" and the path of pom.xml',
  gradle: '"-p" and the folder',
  composer: '"--working-dir" and the folder',
};

const fixesFor = (evidence: Evidence): readonly Fix[] => {
  const option = OPTION[programOf(evidence)];
  return [
    askWorkingFolder(evidence, 'The folder of the project'),
    ...(option === undefined ? [] : [advise('name-project', `Or write the project into "args": ${option}`)]),
  ];
};
