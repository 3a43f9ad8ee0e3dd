import {toolsListMalformed} from '../../../src/diagnosis/failures/tools-list-malformed.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

const trouble = (detail: string, tool = 'find') =>
  ({tool, index: tool === '' ? -1 : 0, kind: 'wrong-field', detail}) as const;

evidenceCases(toolsListMalformed, {
  matches: [
    {
      name: 'a description of null',
      evidence: {tools: {troubles: [trouble('description is null instead of text')]}},
      cause: [/"find"/, /description is empty/],
    },
    {
      name: 'a cursor of null',
      evidence: {tools: {troubles: [trouble('nextCursor is null instead of text', '')]}},
      cause: [/tools\/list/, /nextCursor is empty/],
    },
    {
      name: 'a list where an object belongs, also for a client that takes null',
      evidence: {
        entry: {client: 'codex'},
        tools: {troubles: [trouble('annotations is list instead of object')]},
      },
      cause: [/annotations is list/],
    },
  ],
  misses: [
    {
      name: 'null for a client that takes it',
      evidence: {entry: {client: 'codex'}, tools: {troubles: [trouble('description is null instead of text')]}},
    },
    {name: 'a tool without a description', evidence: {tools: {troubles: [{kind: 'no-description'}]}}},
  ],
});
