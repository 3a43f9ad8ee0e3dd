import {defineReported} from '../facts/reported-text.ts';

export const toolResultWithoutStructure = defineReported({
  id: 'tool-result-without-structure',
  class: 'runtime',
  step: 'tools',
  title: 'A tool promises structured content and sends none',
  waitingHelps: false,
  signatures: [
    {
      match:
        /(?:[Ss]tructured content|[Oo]utput) (?:does not match|validation error|failed validation)[^\n]{0,80}|has an output schema but (?:did not return|returned no|no) structured ?content/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Upgrade the server (or drop outputSchema from the tool)'],
  cause: () =>
    'The tool declares an output schema, and its result carries no structured content. Newer clients refuse that.',
});
