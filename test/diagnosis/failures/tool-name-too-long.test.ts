import {toolNameTooLong} from '../../../src/diagnosis/failures/tool-name-too-long.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(toolNameTooLong, {
  matches: [
    {
      name: 'with the prefix',
      evidence: {
        entry: {name: 'notes-of-the-whole-company-mcp-server'},
        tools: {names: ['list_all_pages_of_a_notebook']},
      },
      cause: [/mcp__notes-of-the-whole-company-mcp-server__/, /at most 64/],
      fix: /Rename the server "notes-of-the-whole-company-mcp-server" to "notes-of/,
    },
    {name: 'on its own', evidence: {tools: {names: ['a'.repeat(70)]}}, cause: [/70 characters/]},
  ],
  misses: [{name: 'just fits', evidence: {entry: {name: 'n'}, tools: {names: ['a'.repeat(55)]}}}],
});
