import type {Evidence} from '../../model/evidence.ts';
import {advise, askVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {givenNames, runsInContainer} from '../facts/launch-variables.ts';
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
    // The numbers stay where the words are translated: Linux, macOS, Windows.
    /\[(?:Errno (?:111|61|113)|WinError 1006[015])\][^\n]{0,200}|SocketException \((?:10061|10060|111|61)\)[^\n]{0,200}/,
    /Could not connect to (?<host8>[A-Z]\w{1,40})\. (?:Make sure|Ensure|Is)\b[^\n]*/,
    /(?:[Cc]annot|[Cc]ould not|[Uu]nable to|[Ff]ailed to) connect to [^\n]{0,60}?(?<host>wss?:\/\/[^\s'")]{1,200})/,
    /ORA-12(?:154|170|514|541|545)[^\n]*/,
    /Can't connect to (?:local )?(?:MySQL )?server on '(?<host7>[^']+)'/,
  ],
  // The driver or the port names a database: it is not the MCP server that refuses.
  surelyKnownAs: [
    /(?:psycopg|asyncpg|pymongo|MongoServerSelection|redis|mysql|postgres|neo4j|qdrant|elasticsearch|ollama|Sequelize|OperationalError)[^\n]{0,200}(?:refused|ECONNREFUSED)[^\n]{0,120}/i,
    /(?:ECONNREFUSED|refused)[^\n]{0,60}:(?:5432|3306|6379|27017|1433|9200|7687|6333|11434)\b[^\n]{0,60}/i,
    /:(?:5432|3306|6379|27017|1433|9200|7687|6333|11434)\b[^\n]{0,40}(?:ECONNREFUSED|refused)[^\n]{0,60}/i,
    /Communications link failure|A network-related or instance-specific error[^\n]{0,120}|Is the server running (?:locally|on that host) and accepting/,
  ],
  alsoKnownAs: [
    /\bno (?:devices?|emulators?|instances?|sessions?|browsers?)(?:\/\w+)? (?:found|connected|attached|available)\b[^\n]{0,60}/i,
    /\b(?:Figma|Blender|Unity|Obsidian|Unreal|Photoshop|Ableton|Chrome|Excel|[Bb]rowser|[Pp]lugin|[Ee]xtension|[Aa]dd-?on|[Ee]ditor)[\w ]{0,30} (?:is )?not (?:connected|running|reachable|enabled|responding)[^\n]{0,120}|\b[Nn]ot connected to (?!MCP\b|[Tt]he\b)[A-Z]\w{2,30}|(?:[Cc]annot|[Cc]ould not) connect to \w{1,30} (?:plugin|extension|add-?on)[^\n]{0,120}/,
    /(?:[Ff]ailed|[Uu]nable|[Cc]ould not|[Cc]annot) (?:to )?connect to (?!MCP|[Tt]he |[Ss]erver)[A-Z]\w{2,40}[.:,](?![^\n]{0,80}ENOENT)[^\n]{0,120}/,
    /Could not connect to [A-Z]\w{1,40}\. (?:Make sure|Ensure|Is)\b[^\n]*/,
  ],
  confidence: 'possible',
  remedies: [
    'Start the service that the message names (a database, an app), or correct its address',
    'Check the network and the proxy',
  ],
  cause: ({groups, line}, evidence) =>
    `The server needs ${groups['host'] ?? 'another service'}, and cannot reach it: "${clip(line, 160)}". ${isOwnContainer(groups, evidence) ? 'The server runs in a container, where this address means the container itself and not this machine.' : 'That service does not run, or its address is not right.'}`,
  explained: () => ({confidence: 'likely'}),
  fixes: ({groups}, evidence) => {
    const variable = givenNames(evidence).find((name) => /UR[LI]$|HOST$|DSN$|ENDPOINT$/.test(name));
    return [
      ...(isOwnContainer(groups, evidence)
        ? [
            variable === undefined
              ? advise(
                  'container-host',
                  'Give the server the address host.docker.internal instead of 127.0.0.1 or localhost (on Linux also add "--add-host=host.docker.internal:host-gateway" after "run")',
                )
              : askVariable(
                  evidence,
                  variable,
                  `Set ${variable} in "env" to the same address with host.docker.internal as its host`,
                ),
          ]
        : []),
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

const isOwnContainer = (groups: Readonly<Record<string, string>>, evidence: Evidence): boolean =>
  runsInContainer(evidence) && /^(?:127\.|localhost|\[?::1)/.test(groups['host'] ?? '');
