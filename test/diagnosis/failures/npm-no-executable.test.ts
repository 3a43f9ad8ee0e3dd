import {npmNoExecutable} from '../../../src/diagnosis/failures/npm-no-executable.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(npmNoExecutable, {
  matches: [
    {
      text: 'npm error could not determine executable to run',
      with: {
        entry: {command: 'npx', args: ['-y', 'notes-tools'], raw: {command: 'npx', args: ['-y', 'notes-tools']}},
        command: {package: {name: 'notes-tools', spec: 'notes-tools', bins: ['notes-admin', 'notes-stdio']}},
      },
      cause: [/notes-admin, notes-stdio/],
      fix: /-y -p notes-tools notes-stdio/,
    },
    {text: 'npm ERR! could not determine executable to run', cause: [/could not determine/]},
  ],
  misses: ['npm error code E404'],
});
