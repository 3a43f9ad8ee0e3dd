import {defineOddityFailure} from '../facts/handshake-oddity.ts';
import {clip} from '../facts/stderr-lines.ts';

export const messageWithoutLineEnd = defineOddityFailure({
  id: 'message-without-line-end',
  title: 'The server does not end its messages with a newline',
  kinds: ['no-newline'],
  signatures: [],
  remedies: ['Write "\\n" after each message, and flush'],
  cause: ({sample}) =>
    `The server answers ("${clip(sample, 60)}"), but does not end the line. The client waits for the newline that ends a message, and so for ever.`,
  what: 'write a newline after each message, and flush the output',
});
