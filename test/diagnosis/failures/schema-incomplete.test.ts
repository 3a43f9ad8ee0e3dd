import {schemaIncomplete} from '../../../src/diagnosis/failures/schema-incomplete.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

const array = {tool: 'add_tags', index: 0, kind: 'array-without-items', detail: 'tags'} as const;
const value = {tool: 'add_tags', index: 0, kind: 'value-without-type', detail: 'note.extra'} as const;

evidenceCases(schemaIncomplete, {
  matches: [
    {
      name: 'an array in VS Code',
      evidence: {entry: {client: 'vscode'}, tools: {troubles: [array]}},
      cause: [/"tags"/, /"items" is missing/],
      fix: /"items"/,
      severity: 'warning',
    },
    {
      name: 'a value in Gemini CLI',
      evidence: {entry: {client: 'gemini-cli'}, tools: {troubles: [value]}},
      cause: [/note\.extra/, /"type" is missing/],
      fix: /a "type"/,
    },
  ],
  misses: [
    {name: 'VS Code takes a value without a type', evidence: {entry: {client: 'vscode'}, tools: {troubles: [value]}}},
    {name: 'a client that takes both', evidence: {entry: {client: 'claude-code'}, tools: {troubles: [array, value]}}},
    {name: 'fine', evidence: {entry: {client: 'vscode'}, tools: {}}},
  ],
});
