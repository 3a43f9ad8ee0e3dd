import {advise, argumentsOf, programOf, setArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const argumentValueInvalid = defineSaidFailure({
  id: 'argument-value-invalid',
  class: 'config',
  title: 'An argument has a value that the program does not take',
  patterns: [
    // Python's argparse; Rust's clap; click and Typer; commander; Go's pflag; yargs.
    /argument (?<name>-[\w-]{1,60})(?:\/-[\w-]{1,60})?: invalid (?:choice|\w+ value): '?(?<value>[^'\n]{1,200})'?(?: \(choose from (?<choices>[^)\n]{1,300})\))?/,
    /invalid value '(?<value2>[^'\n]{0,200})' for '(?<name2>-[\w-]{1,60})[^'\n]{0,60}'(?:[^\n]{0,80}\n\s{0,10}\[possible values: (?<choices2>[^\]\n]{1,300})\])?/,
    /Invalid value for '(?<name3>-[\w-]{1,60})'[^\n']{0,60}: '?(?<value3>[^'\n]{1,200})'? is not (?:one of (?<choices3>[^\n]{1,300})|a valid)/,
    /option '(?:-\w, )?(?<name4>-[\w-]{1,60})[^'\n]{0,60}' argument '(?<value4>[^'\n]{0,200})' is invalid(?:\. Allowed choices are (?<choices4>[^\n]{1,300}))?/,
    /invalid argument "(?<value5>[^"\n]{0,200})" for "(?:-\w, )?(?<name5>-[\w-]{1,60})" flag/,
    /Argument: (?<name6>[\w-]{1,60}), Given: "(?<value6>[^"\n]{0,200})", Choices: (?<choices6>[^\n]{1,300})/,
  ],
  remedies: ['Set the argument in "args" to one of the values that the message names'],
  cause: ({groups, line}, evidence) =>
    `"${programOf(evidence)}" does not take the value "${groups['value'] ?? ''}" for ${groups['name'] ?? 'an argument'}. ${groups['choices'] === undefined ? `It says: "${clip(line, 160)}".` : `It takes ${clip(groups['choices'], 160).replace(/\.$/, '')}.`}`,
  fixes: ({groups}, evidence) => {
    const name = groups['name'] ?? 'the argument';
    const value = groups['value'] ?? '';
    const choices = (groups['choices'] ?? '').match(/[\w][\w.:/-]*/g) ?? [];
    const args = argumentsOf(evidence);
    const own = args.findIndex((one, index) => one === value && args[index - 1]?.endsWith(name) === true);
    const joined = args.findIndex((one) => one.endsWith(`${name}=${value}`));
    const at = own >= 0 ? own : joined;
    const wanted = choices.find((one) => one === 'stdio') ?? (choices.length === 1 ? choices[0] : undefined);
    const list = choices.length === 0 ? 'a value that its manual names' : choices.join(', ');
    if (at < 0 || wanted === undefined)
      return [advise('correct-value', `Set ${name} in "args" to ${choices.length > 1 ? `one of ${list}` : list}`)];
    const written = own >= 0 ? wanted : `${(args[at] ?? '').slice(0, -value.length)}${wanted}`;
    return [
      setArgument(evidence, at, written, `Set ${name} in "args" to "${wanted}"`),
      advise('look-up', `See which values it takes: ${programOf(evidence)} --help`),
    ];
  },
});
