import {defineOddityFailure} from '../facts/handshake-oddity.ts';
import {clip} from '../facts/stderr-lines.ts';

export const pythonReprOnStdout = defineOddityFailure({
  id: 'python-repr-on-stdout',
  title: 'The server prints Python objects instead of JSON',
  kinds: ['python-repr'],
  signatures: [
    {match: /Expecting property name enclosed in double quotes|Unexpected token ''', ?"\{'/, confidence: 'likely'},
    {match: /\{'jsonrpc': '2\.0'/, confidence: 'certain'},
  ],
  remedies: ['Write messages with json.dumps(message), not with print(message) or str(message)'],
  cause: ({sample}) =>
    `The server writes "${clip(sample, 80)}": that is how Python prints an object, with single quotes (and True, None), and it is not valid JSON.`,
  what: 'write messages with json.dumps(…), so that they have double quotes',
});
