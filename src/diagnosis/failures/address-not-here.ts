import {advise, setVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {givenNames} from '../facts/launch-variables.ts';
import {clip} from '../facts/stderr-lines.ts';

export const addressNotHere = defineSaidFailure({
  id: 'address-not-here',
  class: 'config',
  title: 'The server wants to listen on an address that this machine does not have',
  patterns: [
    /listen EADDRNOTAVAIL[^\n]*?(?<address>[\w.:[\]-]{1,60}:\d{1,5})?$/m,
    /[Cc]annot assign requested address[^\n]*/,
    /Can't assign requested address[^\n]*/,
    /\[Errno (?:99|49)\][^\n]*|\[WinError 10049\][^\n]*/,
    /The requested address is not valid in its context[^\n]*/,
  ],
  confidence: 'likely',
  remedies: ['Let the server listen on 127.0.0.1 (or on 0.0.0.0 inside a container): HOST in "env", or an argument'],
  cause: ({groups, line}) =>
    `The server wants to listen on ${groups['address'] ?? 'an address'}, and no network card of this machine has that address: "${clip(line, 140)}".`,
  fixes: (_, evidence) => {
    const variable = givenNames(evidence).find((name) => /HOST$|ADDRESS$|BIND$/.test(name));
    return [
      variable === undefined
        ? advise('loopback', 'Let the server listen on 127.0.0.1 instead (its host option in "args", or HOST in "env")')
        : setVariable(evidence, variable, '127.0.0.1'),
    ];
  },
});
