import {defineReported} from '../facts/reported-text.ts';

export const harmlessAttachPopup = defineReported({
  id: 'harmless-attach-popup',
  class: 'runtime',
  step: 'handshake',
  title: 'A pop-up says that the server could not be attached',
  waitingHelps: false,
  signatures: [
    {match: /Could not attach to MCP server/i, confidence: 'certain'},
    {match: /Could not connect to MCP server(?! due)/i, confidence: 'possible'},
  ],
  remedies: [
    'None if the tools are there: update the app and dismiss the pop-up',
    'If the tools are missing, run "mcp-fix check" on the server',
  ],
  cause: () =>
    'The desktop app shows this pop-up when a server does not answer at once, even if it does a moment later.',
});
