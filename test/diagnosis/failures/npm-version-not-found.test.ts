import {npmVersionNotFound} from '../../../src/diagnosis/failures/npm-version-not-found.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(npmVersionNotFound, {
  matches: [
    {
      text: 'npm error code ETARGET\nnpm error notarget No matching version found for @acme/notes-mcp@^9.1.0.',
      cause: [/@acme\/notes-mcp@\^9\.1\.0/],
    },
    {
      text: 'npm error code ETARGET\nnpm error notarget No matching version found for @notes/mcp@9.9.9.',
      with: {entry: {}, command: {package: {name: '@notes/mcp', spec: '@notes/mcp@9.9.9'}}},
      cause: [/9\.9\.9/],
      fix: '@notes/mcp@latest',
    },
  ],
  misses: ['npm error code E404'],
});
