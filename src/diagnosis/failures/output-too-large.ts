import {defineReported} from '../facts/reported-text.ts';

export const outputTooLarge = defineReported({
  id: 'output-too-large',
  class: 'quota',
  step: 'tools',
  title: 'The answer of a tool is larger than the client takes',
  waitingHelps: false,
  signatures: [
    {
      match:
        /exceeds maximum allowed tokens|(?:result|response|output) exceeds (?:the )?(?:max|limit)\w*|MAX_MCP_OUTPUT_TOKENS|response \(\d[\d,]* tokens\) exceeds|tool (?:result|output) (?:is )?too large/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Raise MAX_MCP_OUTPUT_TOKENS (e.g. 50000) in the client environment',
    'Pass limit or page arguments to the tool, so that it answers in smaller parts',
  ],
  cause: () => 'The client takes only so much text from one tool call, and this answer is longer.',
});
