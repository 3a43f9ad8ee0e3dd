import {defineReported} from '../facts/reported-text.ts';

export const harmlessStderr = defineReported({
  id: 'harmless-stderr',
  class: 'runtime',
  step: 'handshake',
  title: 'The log calls an ordinary line an error',
  waitingHelps: false,
  signatures: [
    {
      match: /Server stderr: .{0,120}(?:running on stdio|listening|started|ready|server running)/i,
      confidence: 'certain',
    },
    {
      match: /\[error\] in log for a banner|MCP Server running on stdio|server running on stdio\s*$/i,
      confidence: 'likely',
    },
  ],
  remedies: ['None: the line is harmless. Servers write their messages to stderr, and the client logs them as errors'],
  cause: () =>
    'A server may write whatever it likes to its error output; the client puts "error" in front of it. The line itself is a greeting.',
});
