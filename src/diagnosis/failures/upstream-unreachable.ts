import {advise, askVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {givenNames} from '../facts/launch-variables.ts';
import {clip} from '../facts/stderr-lines.ts';

export const upstreamUnreachable = defineSaidFailure({
  id: 'upstream-unreachable',
  title: 'A service that the server needs cannot be reached',
  waitingHelps: true,
  patterns: [
    /(?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ECONNRESET)[^\n]*?(?<host>(?:\d{1,3}\.){3}\d{1,3}:\d+|\[?::1\]?:\d+)/,
    /getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (?<host2>[\w.-]+)/,
    /dial tcp:? (?:lookup )?(?<host3>[^\s]+?):? [^\n]*(?:connection refused|no such host|i\/o timeout|unreachable)/,
    /connection to server at "(?<host4>[^"]+)"[^\n]*failed/,
    /(?:HTTPS?ConnectionPool\(host='(?<host5>[^']+)'|Cannot connect to host (?<host6>\S+))/,
    /(?:Connection refused|ConnectError|ConnectionRefusedError|Name or service not known|nodename nor servname|ECONNREFUSED|ENOTFOUND)[^\n]*/,
    /Can't connect to (?:local )?(?:MySQL )?server on '(?<host7>[^']+)'/,
  ],
  confidence: 'possible',
  remedies: [
    'Start the service that the message names (a database, an app), or correct its address',
    'Check the network and the proxy',
  ],
  cause: ({groups, line}) =>
    `The server needs ${groups['host'] ?? 'another service'}, and cannot reach it: "${clip(line, 160)}". That service does not run, or its address is not right.`,
  explained: () => ({confidence: 'likely'}),
  fixes: ({groups}, evidence) => {
    const variable = givenNames(evidence).find((name) => /UR[LI]$|HOST$|DSN$|ENDPOINT$/.test(name));
    return [
      advise(
        'start-service',
        `Start the service at ${groups['host'] ?? 'the address that the message names'} (a database, an app, a tunnel), then start the server again`,
      ),
      ...(variable === undefined
        ? []
        : [askVariable(evidence, variable, `Or correct the address in ${variable} in "env"`)]),
    ];
  },
});
