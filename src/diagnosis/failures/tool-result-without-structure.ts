import {defineReported} from '../facts/reported-text.ts';

export const toolResultWithoutStructure = defineReported({
  id: 'tool-result-without-structure',
  class: 'runtime',
  step: 'tools',
  title: 'A tool promises structured content and sends none',
  waitingHelps: false,
  signatures: [
    {match: /has an output schema but (?:did not return|returned no|no) structured ?content/i, confidence: 'certain'},
  ],
  remedies: ['Upgrade the server (or drop outputSchema from the tool)'],
  cause: () =>
    'The tool declares an output schema, and its result carries no structured content. Newer clients refuse that.',
});
