import {argumentsOf, insertArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const mcpRemoteNeedsHttps = defineSaidFailure({
  id: 'mcp-remote-needs-https',
  class: 'config',
  title: 'mcp-remote refuses a plain http address',
  patterns: [/Non-HTTPS URLs are only allowed for localhost/],
  remedies: ['Append "--allow-http" to "args"', 'Use the https address of the server'],
  cause: () =>
    'mcp-remote is asked to call an http:// address on another machine, and refuses that without "--allow-http".',
  fixes: (_, evidence) => [
    insertArgument(
      evidence,
      argumentsOf(evidence).length,
      '--allow-http',
      'Add "--allow-http" at the end of "args", if the network in between is your own',
    ),
  ],
});
