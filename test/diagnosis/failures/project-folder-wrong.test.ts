import {projectFolderWrong} from '../../../src/diagnosis/failures/project-folder-wrong.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(projectFolderWrong, {
  matches: [
    {text: 'MSBUILD : error MSB1009: Project file does not exist.\nSwitch: src/Notes.csproj', cause: [/Notes\.csproj/]},
    {
      text: "go: go.mod file not found in current directory or any parent directory; see 'go help modules'",
      cause: [/go\.mod/, /folder/],
      fix: /folder/,
    },
    {
      text: 'error: could not find `Cargo.toml` in `/home/ada` or any parent directory',
      cause: [/Cargo\.toml/],
    },
    {
      text: 'Could not locate Gemfile or .bundle/ directory',
      cause: [/Gemfile/],
    },
    {
      text: "Couldn't find a project to run. Ensure a project exists in /home/ada, or pass the path to the project using --project.",
      cause: [/project/],
    },
  ],
  misses: [
    'go: go.mod requires go >= 1.24 (running go 1.21.6)',
    "Could not find gem 'fast_mcp' in locally installed gems",
    'error: could not compile `notes`',
  ],
});
