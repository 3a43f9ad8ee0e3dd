import {seen} from '../../model/evidence.ts';
import {advise, argumentsOf, askArgument, programOf} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const argumentMissing = defineSaidFailure({
  id: 'argument-missing',
  class: 'config',
  title: 'An argument that the program needs is missing',
  patterns: [
    /the following arguments are required: (?<name>[^\n]+)/,
    /Missing (?:required )?(?:argument|option|parameter)s?:? ?['"`]?(?<name2>[^\n'"`.]+)/i,
    /(?:required arguments were not provided):?\s+(?<name3>[^\n]+)/,
    /required flag\(s\) "(?<name4>[^"]+)" not set/,
    /missing required argument '(?<name5>[^']+)'/,
    /required option '(?<name6>[^']+)' not specified/,
    /Usage: \S*mcp\S* (?<name7><[^>\n]+>)[^\n]*/,
    /(?:Usage|usage): [\w./ -]*?(?<name8><[a-z][^>\n]*>)/,
  ],
  confidence: 'likely',
  alsoKnownAs: [/must specify (?:one of |either |at least one of )?--\w[\w-]*/],
  remedies: [
    'Append the argument that the message names to "args" (for a folder: an existing one, as an absolute path)',
  ],
  cause: ({groups, line}, evidence) =>
    `"${programOf(evidence)}" needs the argument ${(groups['name'] ?? '').trim()}, and "args" does not have it. It says: "${clip(line, 160)}".`,
  fixes: ({groups}, evidence) => {
    const name = (groups['name'] ?? '').trim();
    const entry = seen(evidence, 'entry');
    const field = entry?.rules.fields.args;
    const count = argumentsOf(evidence).length;
    const title = `Append ${name} to "args"${/dir|path|folder|file/i.test(name) ? ' (an existing one, as an absolute path)' : ''}`;
    return [
      entry === undefined || field == null || name.startsWith('-')
        ? advise('append', title)
        : askArgument(evidence, count, name, title),
    ];
  },
});
