import {uvxExecutableDiffers} from '../../../src/diagnosis/failures/uvx-executable-differs.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(uvxExecutableDiffers, {
  matches: [
    {
      text: 'An executable named `notes` is not provided by package `notes`.\nThe following executables are available:\n- notes-cli\n- notes-mcp\n',
      with: {entry: {command: 'uvx', args: ['notes'], raw: {command: 'uvx', args: ['notes']}}},
      cause: [/notes-mcp/],
      fix: '--from notes notes-mcp',
    },
  ],
  misses: ['No solution found when resolving tool dependencies'],
});
