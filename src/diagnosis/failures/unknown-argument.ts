import {advise, argumentsOf, programOf, removeArgument, setArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const unknownArgument = defineSaidFailure({
  id: 'unknown-argument',
  class: 'config',
  title: 'The program does not know one of its arguments',
  patterns: [
    /unexpected argument '(?<word4>[^']+)' found(?:\s{1,20}tip: a similar argument exists: '(?<similar>[^'\n]{1,80})')?/,
    /(?:unrecognized|unknown|unexpected|invalid|illegal|bad) (?:arguments?|option|flag|parameter|switch)s?:? ?['"`]?(?<word>--?[\w][\w.-]*)/i,
    /No such option: (?<word2>--?\S+)/,
    /flag provided but not defined: (?<word3>-\S+)/,
    /error: unrecognized subcommand '(?<word5>[^']+)'|(?:unknown|invalid) command:? ?['"`]?(?<word6>[\w-]+)/i,
    /Unknown argument: (?<word7>\S+)/,
  ],
  remedies: ['Remove the argument from "args", or write it as the manual of this version does'],
  // An option of Node itself that came with a later version is told by the version.
  when: ({line}) =>
    !/bad option: --(?:experimental-|env-file|watch|run|use-system-ca|disable-warning|import|permission|test)/.test(
      line,
    ),
  cause: ({groups, line}, evidence) =>
    `"${programOf(evidence)}" does not know the argument "${groups['word'] ?? ''}" that the configuration gives it.${groups['similar'] === undefined ? '' : ` It knows "${groups['similar']}".`} It says: "${clip(line, 140)}".`,
  fixes: ({groups}, evidence) => {
    const args = argumentsOf(evidence);
    const word = groups['word'] ?? '';
    const at = args.findIndex((one) => one === word || one.startsWith(`${word}=`) || one === `-${word}`);
    const {similar} = groups;
    return [
      ...(at >= 0 && similar !== undefined && args[at] === word
        ? [setArgument(evidence, at, similar, `Set "${word}" in "args" to "${similar}"`)]
        : []),
      at < 0
        ? advise('correct-argument', `Remove "${word}" from "args", or write it as the manual of this version does`)
        : removeArgument(evidence, at, `Remove "${args[at] ?? ''}" from "args"`),
      advise('look-up', `See which arguments it knows: ${programOf(evidence)} --help`),
    ];
  },
});
