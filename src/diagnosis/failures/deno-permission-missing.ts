import {advise, argumentsOf, insertArgument, programOf} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const denoPermissionMissing = defineSaidFailure({
  id: 'deno-permission-missing',
  class: 'config',
  title: 'Deno was not given a permission that the server needs',
  patterns: [
    /Requires (?<kind>[a-z]{2,10}) access(?: to (?<what>[^\n,]{1,160}))?, run again with the (?<flag>--allow-[a-z]{2,10}) flag/,
  ],
  remedies: ['Add the flag that the message names (--allow-env, --allow-net, --allow-read …) after "run" in "args"'],
  cause: ({groups}) =>
    `Deno gives a program only what its flags allow. The server needs ${groups['kind'] ?? ''} access${groups['what'] === undefined ? '' : ` to ${groups['what']}`}, and "args" does not hold ${groups['flag'] ?? 'the flag'}.`,
  fixes: ({groups}, evidence) => {
    const flag = groups['flag'] ?? '--allow-env';
    const at = argumentsOf(evidence).indexOf('run');
    return [
      programOf(evidence) !== 'deno' || at < 0
        ? advise('allow', `Add ${flag} to the command line that starts Deno, in front of the script`)
        : insertArgument(evidence, at + 1, flag, `Add "${flag}" after "run" in "args"`),
    ];
  },
});
