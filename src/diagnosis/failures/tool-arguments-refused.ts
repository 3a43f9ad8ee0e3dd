import {defineReported} from '../facts/reported-text.ts';

export const toolArgumentsRefused = defineReported({
  id: 'tool-arguments-refused',
  class: 'runtime',
  step: 'tools',
  title: 'The arguments of a tool call do not fit the tool',
  waitingHelps: false,
  signatures: [
    {
      match:
        /-32602\b.{0,20}Invalid arguments for tool|invalid tool arguments|Input validation error: .{0,200}is not of type|Input validation error:/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Reconnect so the client refreshes the tool list; pin the server version',
    'Ask the model again with the exact names and types of the tool',
  ],
  cause: () =>
    'The call carried arguments that the tool does not take: the client knows an older description of the tool, or the model wrote a text where an object belongs.',
});
