import {npmPackageNotFound} from '../../../src/diagnosis/failures/npm-package-not-found.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(npmPackageNotFound, {
  matches: [
    {
      text: "npm error code E404\nnpm error 404 Not Found - GET - Not found\nnpm error 404  'notez@*' is not in this registry.",
      with: {entry: {}, command: {package: {name: 'notez', nearKnown: 'notes'}}},
      cause: [/notez/, /404/],
      fix: 'Set the package in "args" to "notes"',
    },
  ],
  misses: ['npm error code E401', 'HTTP 404 from https://api.notes.example'],
});
