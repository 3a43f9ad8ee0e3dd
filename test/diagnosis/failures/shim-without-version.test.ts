import {shimWithoutVersion} from '../../../src/diagnosis/failures/shim-without-version.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(shimWithoutVersion, {
  matches: [
    {
      text: 'No version is set for command npx',
      with: {entry: {}},
      cause: [/"npx"/, /version manager/],
      fix: /asdf which npx/,
    },
    {text: 'mise ERROR no version is set for shim: node', cause: [/"node"/]},
    {
      text: "error: rustup could not choose a version of cargo to run, because one wasn't specified explicitly",
      cause: [/"cargo"/],
      fix: /rustup default/,
    },
    {
      text: "pyenv: python3.12: command not found\n\nThe `python3.12' command exists in these Python versions:\n  3.12.1",
      cause: [/"python3\.12"/],
    },
    {text: "pyenv: version `3.12.9' is not installed (set by /srv/.python-version)", cause: [/not installed/]},
  ],
  misses: ['The version is set for command npx', 'bash: npx: command not found', 'Error: no version given'],
});
