import {defineOddityFailure} from '../facts/handshake-oddity.ts';
import {clip} from '../facts/stderr-lines.ts';

export const contentLengthFraming = defineOddityFailure({
  id: 'content-length-framing',
  title: 'The server frames its messages as editors do',
  kinds: ['content-length'],
  signatures: [
    {match: /Content-Length: ?\d+/, confidence: 'certain'},
    {match: /MCP startup initialize failed after [\d.]+s: context deadline exceeded/, confidence: 'possible'},
  ],
  remedies: [
    'Let the server write one JSON message a line, ended by a newline, without Content-Length headers',
    'Upgrade the server to one that is built with an MCP SDK, or wrap it with a framing adapter',
  ],
  cause: ({sample}) =>
    `The server puts "${clip(sample.split('\n')[0] ?? '', 60)}" in front of each message (Content-Length framing, as language servers do). MCP over stdio is one JSON message a line, so the client never finds the answer.`,
  what: 'write one JSON message a line, each ended by a newline, and no Content-Length framing',
});
