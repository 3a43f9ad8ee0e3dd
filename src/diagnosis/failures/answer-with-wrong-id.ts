import {defineOddityFailure} from '../facts/handshake-oddity.ts';
import {clip} from '../facts/stderr-lines.ts';

export const answerWithWrongId = defineOddityFailure({
  id: 'answer-with-wrong-id',
  title: 'The server answers under another id than it was asked',
  kinds: ['wrong-id', 'id-type'],
  signatures: [
    {
      match: /Received a response for an unknown message ID|uncorrelated (?:error )?response: expected id/i,
      confidence: 'certain',
    },
    {
      match: /"path": ?\[\s*"id"\s*\],?\s*"message": ?"Expected (?:string|number), received null/,
      confidence: 'certain',
    },
  ],
  remedies: ['Let the server send back the id of the request, unchanged: the same number, not its text'],
  cause: ({kind, sample}) =>
    `The server's answer bears ${kind === 'id-type' ? 'the id in another type (a text instead of the number)' : 'another id than the request'}: "${clip(sample, 80)}". The client cannot match it and goes on waiting.`,
  what: 'send back the id of the request unchanged (the number 1 stays the number 1)',
});
