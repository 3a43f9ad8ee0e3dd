import {defineOddityFailure} from '../facts/handshake-oddity.ts';
import {clip} from '../facts/stderr-lines.ts';

export const answerNotJsonrpc = defineOddityFailure({
  id: 'answer-not-jsonrpc',
  title: "The server's messages are not JSON-RPC 2.0",
  kinds: ['no-jsonrpc', 'result-and-error', 'nan-literal', 'truncated-json', 'batch'],
  signatures: [
    {
      match: /"?jsonrpc"?[\s\S]{0,80}(?:Invalid literal value, expected "2\.0"|Invalid input: expected "2\.0")/,
      confidence: 'certain',
    },
    {match: /(?:missing|invalid|wrong|unsupported) "?jsonrpc"? (?:version|field|member)/i, confidence: 'likely'},
    {match: /"code": ?"unrecognized_keys"[\s\S]{0,200}"path": ?\[\]/, confidence: 'likely'},
  ],
  remedies: ['Let each message hold "jsonrpc": "2.0" and the id, and exactly one of result and error'],
  cause: ({kind, sample}) =>
    `The server's message is not JSON-RPC 2.0: ${SEEN[kind] ?? 'its form is not as it should be'}. It reads "${clip(sample, 100)}".`,
  what: 'send {"jsonrpc": "2.0", "id": …, "result": …} as one complete line',
});

const SEEN: Readonly<Record<string, string>> = {
  'no-jsonrpc': 'the field "jsonrpc": "2.0" is missing',
  'result-and-error': 'it holds both a result and an error',
  'nan-literal': 'it holds NaN or Infinity, which JSON does not have',
  'truncated-json': 'it is cut off in the middle of the line',
  batch: 'several messages stand in one array (a batch), which this protocol no longer has',
};
