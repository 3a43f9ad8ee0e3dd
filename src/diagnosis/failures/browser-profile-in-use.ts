import {advise, argumentsOf, insertArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const browserProfileInUse = defineSaidFailure({
  id: 'browser-profile-in-use',
  class: 'runtime',
  title: 'The browser profile is used by another session',
  patterns: [
    /Browser is already in use for \S+/,
    /Opening in existing browser session/,
    /(?:ProcessSingleton|SingletonLock|profile (?:appears to be|is already) in use)[^\n]*/,
  ],
  remedies: ['Append "--isolated" to "args"', 'Close the other session'],
  cause: ({match}) => `Another session holds the browser profile ("${clip(match, 120)}"), and two cannot share it.`,
  fixes: (_, evidence) => [
    insertArgument(evidence, argumentsOf(evidence).length, '--isolated', 'Add "--isolated" at the end of "args"'),
    advise('close', 'Or close the other session that uses the browser'),
  ],
});
