import {pypiPackageNotFound} from '../../../src/diagnosis/failures/pypi-package-not-found.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(pypiPackageNotFound, {
  matches: [
    {
      text: '  × No solution found when resolving tool dependencies:\n  ╰─▶ Because notez-mcp was not found in the package registry and you require notez-mcp',
      with: {
        entry: {command: 'uvx', args: ['notez-mcp']},
        command: {package: {name: 'notez-mcp', nearKnown: 'notes-mcp', argIndex: 0}},
      },
      cause: [/notez-mcp/],
      fix: 'notes-mcp',
    },
  ],
  misses: ['npm error 404 not found'],
});
