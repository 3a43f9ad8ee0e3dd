import {defineReported} from '../facts/reported-text.ts';

export const clientTooEarly = defineReported({
  id: 'client-too-early',
  class: 'runtime',
  step: 'handshake',
  title: 'The client asks before the greeting is finished',
  waitingHelps: false,
  signatures: [
    {
      match:
        /Received request before initialization was complete|method "[\w/]+" is invalid during session initialization|-32602: Invalid request parameters/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Upgrade or restart the client (with the Python SDK mcp>=1.15); no config change is needed'],
  cause: () =>
    'The client sent a request before the server had heard "initialized", mostly after a reconnect to a restarted server.',
});
