import {updateServer} from '../facts/handshake-oddity.ts';
import {advise} from '../facts/launch-fixes.ts';
import {nodeOf} from '../facts/launch-runtime.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {saidBy} from '../facts/stderr-lines.ts';

export const importAssertionsRemoved = defineSaidFailure({
  id: 'import-assertions-removed',
  title: 'The server uses a form of import that Node has dropped',
  patterns: [/SyntaxError: Unexpected identifier '?assert'?/],
  remedies: ['Update the server ("assert" became "with")', 'Let "command" point to Node 20'],
  cause: (_, evidence) =>
    `The server's code says import … assert {…}, which Node ${
      nodeOf(
        evidence,
        saidBy(evidence)
          .map(({text}) => text)
          .join('\n'),
      ).version ?? '22 and newer'
    } no longer knows: it became "with". This Node is too new for this version of the server.`,
  fixes: (_, evidence) => [
    updateServer(evidence, 'write "with" instead of "assert" in imports of JSON'),
    advise('node-20', 'Or let "command" point to Node 20'),
  ],
});
