import {defineReported} from '../facts/reported-text.ts';

export const toolsFillContext = defineReported({
  id: 'tools-fill-context',
  class: 'quota',
  step: 'tools',
  title: 'The descriptions of the tools fill the conversation',
  waitingHelps: false,
  signatures: [
    {
      match: /Large MCP tools context|Context low · Run \/compact|prompt is too long|request_too_large/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Switch off the largest server, or set ENABLE_TOOL_SEARCH=true'],
  cause: () =>
    'Each connected server describes its tools in every conversation; together they take more room than there is.',
});
