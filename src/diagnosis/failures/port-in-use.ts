import {advise, setVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {givenNames} from '../facts/launch-variables.ts';
import {clip} from '../facts/stderr-lines.ts';

export const portInUse = defineSaidFailure({
  id: 'port-in-use',
  title: 'The port that the server wants is taken',
  patterns: [
    /EADDRINUSE[^\n]*?:(?<port>\d{2,5})\b/,
    /EADDRINUSE/,
    /(?:[Aa]ddress already in use|[Pp]ort (?<port2>\d+) (?:is|was) (?:already )?(?:in use|taken|allocated|occupied))[^\n]*/,
    /bind[^\n]*:(?<port3>\d{2,5}): (?:bind: )?address already in use/,
    /(?:[Bb]ind for|bind)[^\n]{0,60}:(?<port4>\d{2,5})[^\n]{0,40}[Pp]ort is already allocated/,
    /[Oo]nly one usage of each socket address/,
    /(?:WinError|Errno) 10048|Errno (?:98|48)\b/,
  ],
  confidence: 'likely',
  explained: () => ({confidence: 'certain'}),
  alsoKnownAs: [/\bport is (?:already )?in use(?: at port (?<port>\d{2,5}))?/i],
  remedies: ['Give the server another port (PORT in "env", or an argument)', 'Stop the other copy that holds the port'],
  cause: ({groups, line}) =>
    `The server wants to listen on ${groups['port'] === undefined ? 'a port' : `port ${groups['port']}`}, and another program (often an older copy of itself) already does. It says: "${clip(line, 140)}".`,
  fixes: ({groups}, evidence) => {
    const port = groups['port'];
    const variable = givenNames(evidence).find((name) => /PORT$/.test(name)) ?? 'PORT';
    return [
      ...(port === undefined ? [] : [setVariable(evidence, variable, String((Number(port) % 60_000) + 1))]),
      advise(
        'stop-other',
        port === undefined
          ? 'Find the program that holds the port, and end it'
          : `Or find the program that holds port ${port} (lsof -i :${port}, on Windows netstat -ano) and end it`,
      ),
    ];
  },
});
