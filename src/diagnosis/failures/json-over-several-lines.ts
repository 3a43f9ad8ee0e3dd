import {defineOddityFailure} from '../facts/handshake-oddity.ts';
import {clip} from '../facts/stderr-lines.ts';

export const jsonOverSeveralLines = defineOddityFailure({
  id: 'json-over-several-lines',
  title: 'The server spreads one message over several lines',
  kinds: ['several-lines'],
  signatures: [
    {
      match:
        /Unexpected end of JSON input(?=[\s\S]{0,80}(?:stdio|stdout|message))|Expected property name or '\}' in JSON at position 1\b/,
      confidence: 'possible',
    },
  ],
  remedies: ['Write each message as one line: JSON.stringify(message) or json.dumps(message), without an indent'],
  cause: ({sample}) =>
    `The server writes its JSON over several lines, with indents ("${clip(sample.replaceAll('\n', ' '), 60)}"). A line is a message here, so the client sees broken pieces.`,
  what: 'write each message on one line (JSON.stringify without an indent, json.dumps without indent)',
});
