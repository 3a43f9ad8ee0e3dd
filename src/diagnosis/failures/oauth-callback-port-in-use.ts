import {advise, argumentsOf, insertArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const oauthCallbackPortInUse = defineSaidFailure({
  id: 'oauth-callback-port-in-use',
  class: 'auth',
  title: 'The port for the sign-in in the browser is taken',
  patterns: [
    /Cannot initiate OAuth flow[^\n]*[Pp]ort (?<port>\d+)[^\n]*/,
    /OAuth callback port (?<port2>\d+) is already in use/,
    /EADDRINUSE[^\n]*127\.0\.0\.1:(?<port3>\d+)\S*/,
  ],
  alsoKnownAs: [
    /browser tabs opening and closing constantly/,
    /listen EADDRINUSE: address already in use 127\.0\.0\.1:\S+/,
  ],
  when: ({match}, evidence) => /OAuth/i.test(match) || argumentsOf(evidence).some((word) => /mcp-remote/.test(word)),
  remedies: [
    'Stop the orphan (an older mcp-remote) that holds the port',
    'Give the sign-in another, free port: the port argument of mcp-remote, oauth.callbackPort of the client, or the port env of the server (e.g. WORKSPACE_MCP_PORT)',
  ],
  cause: ({groups}) =>
    `The sign-in in the browser needs the port ${groups['port'] ?? ''} on this machine, and an older copy or another program holds it.`,
  fixes: ({groups}, evidence) => [
    ...(argumentsOf(evidence).some((word) => /mcp-remote/.test(word))
      ? [
          insertArgument(
            evidence,
            argumentsOf(evidence).findIndex((word) => /^https?:/.test(word)) + 1,
            String(Number(groups['port'] ?? 3334) + 11),
            `Add the port ${Number(groups['port'] ?? 3334) + 11} behind the address in "args"`,
          ),
        ]
      : []),
    advise(
      'stop-other',
      `Find the program that holds port ${groups['port'] ?? ''} (lsof -i :${groups['port'] ?? ''}) and end it; or set the server's own variable for the port to a free one`,
    ),
  ],
});
