import {advise, setVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {givenNames} from '../facts/launch-variables.ts';
import {clip} from '../facts/stderr-lines.ts';

export const portNotPermitted = defineSaidFailure({
  id: 'port-not-permitted',
  class: 'config',
  title: 'The server may not open the port that it wants',
  patterns: [
    /listen (?:EACCES|EPERM)[^\n]{0,80}?:(?<port>\d{1,5})\b/,
    /listen tcp[^\n]{0,60}:(?<port2>\d{1,5}): bind: permission denied/,
    /(?:[Bb]ind|[Ll]isten)[^\n]{0,60}(?:Permission denied|permission denied|Errno 13)[^\n]{0,60}/,
    /forbidden by its access permissions|WinError 10013|WSAEACCES/,
  ],
  remedies: ['Give the server a port above 1024 (PORT in "env", or an argument)'],
  cause: ({groups, line}) =>
    `The system does not let the server listen on ${groups['port'] === undefined ? 'the port that it wants' : `port ${groups['port']}`}: "${clip(line, 160)}". Ports below 1024 belong to the administrator, and Windows keeps some ranges for itself.`,
  fixes: ({groups}, evidence) => {
    const port = Number(groups['port'] ?? 0);
    const variable = givenNames(evidence).find((name) => /PORT$/.test(name)) ?? 'PORT';
    return [
      setVariable(evidence, variable, String(port > 0 && port < 1024 ? 8000 + port : 18_080)),
      advise('argument', 'Or give it another port in the way that its manual names'),
    ];
  },
});
