import {defineReported} from '../facts/reported-text.ts';

export const connectionGone = defineReported({
  id: 'connection-gone',
  class: 'runtime',
  step: 'handshake',
  title: 'The other side has left while a message was under way',
  waitingHelps: true,
  signatures: [
    {
      match:
        /\banyio\.(?:ClosedResourceError|BrokenResourceError|EndOfStream)\b|(?:McpException|McpError): (?:Transport is not connected|Not connected)|Error: Not connected(?=\s*(?:\n\s+at|$))|io: read\/write on closed pipe|Failed to enqueue message|connection (?:is )?not (?:yet )?established|transport not started|transport error: transport (?:closed|has been closed)|Attempted to exit cancel scope in a different task/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Look further up in the log for the first error: the server ended, or the client closed the session, before this line',
    'Reconnect the server in the client',
    'In your own code: use the session only inside its "async with" (or "using") block, in the task that opened it, and reconnect when it is closed',
  ],
  cause: () =>
    'A message was sent over a connection that was already closed. This line is the echo; the reason stands before it: the server ended, the client left, or the session was used after its end.',
});
