import {calledProgramMissing} from '../../../src/diagnosis/failures/called-program-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(calledProgramMissing, {
  matches: [
    {
      text: "The term 'uvx' is not recognized as the name of a cmdlet, function, script file, or operable program.",
      cause: [/uvx/],
    },
    {
      text: '<3>WSL (17) ERROR: CreateProcessCommon:640: execvpe(npx) failed: No such file or directory',
      cause: [/npx/],
    },
    {text: 'bash: Zeile 1: notes-helper: Kommando nicht gefunden.', cause: [/"notes-helper"/]},
    {text: 'sh: notes-helper : commande introuvable'.replace(' :', ':'), cause: [/"notes-helper"/]},
    {
      text: 'env: node: No such file or directory',
      with: {
        entry: {command: '/opt/homebrew/bin/npx', args: []},
        command: {otherRuntimes: [{path: '/opt/homebrew/bin/node'}]},
      },
      cause: [/"node"/, /PATH/],
      fix: /\/opt\/homebrew\/bin/,
    },
    {text: '/srv/run.sh: line 3: uv: command not found', cause: [/"uv"/]},
    {text: "'node' is not recognized as an internal or external command,", cause: [/"node"/]},
  ],
  misses: [
    "'C:\\Program' is not recognized as an internal or external command",
    'Error: note 17 not found',
    'ERROR 404: not found',
  ],
});
