import {serverWords} from '../facts/handshake-oddity.ts';
import {advise} from '../facts/launch-fixes.ts';
import {capital, clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const helloAnsweredWithError = defineFailure({
  id: 'hello-answered-with-error',
  class: 'runtime',
  step: 'handshake',
  title: 'The server answers the hello with an error',
  severity: 'error',
  waitingHelps: false,
  needs: ['handshake'],
  signatures: [
    {
      match: /(?:Received request before initialization was complete|is invalid during session initialization)/,
      confidence: 'likely',
    },
    {
      match:
        /\binitialize\b[\s\S]{0,80}-32601\b|method "?initialize"? (?:not found|does not exist)|method not found: "?initialize\b/i,
      confidence: 'likely',
    },
    {match: /initialize[^\n]{0,60}(?:error|failed)[^\n]{0,40}-32\d{3}/i, confidence: 'possible'},
  ],
  remedies: ['Correct what the error message names', 'Restart or update the server, if the error is its own'],
  detect: ({handshake}) => (handshake.version === null ? handshake.error : null),
  explain: (error, {all}) => ({
    cause: `${capital(serverWords(all))} answers "initialize" with the error ${error.code}: "${clip(error.message)}"${error.data === null ? '' : ` (${clip(error.data, 160)})`}. ${error.code === -32601 ? 'So it speaks JSON-RPC and not MCP: another kind of service (a blockchain node, a language server) answers at this place.' : 'It runs, and says itself what it lacks.'}`,
    evidence: [
      {
        label: 'Answer to initialize',
        text: `${error.code} ${error.message}${error.data === null ? '' : ` ${error.data}`}`,
        deciding: error.message,
      },
    ],
    confidence: 'likely',
  }),
  fixes: (error, {all}) => [
    advise('correct-cause', `Correct what the server names: "${clip(error.message, 160)}"`),
    advise(
      'server-log',
      `Restart ${serverWords(all)} and read its log; when the error is its own, update it or report it to whoever runs it`,
    ),
  ],
});
