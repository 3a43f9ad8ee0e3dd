import type {Fix} from '../../model/finding.ts';
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
    /error: unrecognized subcommand '(?<word5>[^']+)'|(?<!fish: )(?:unknown|invalid) command:? ?['"`]?(?<word6>[\w-]+)/i,
    /Unknown argument: (?<word7>\S+)/,
    // docker, git, kubectl, gh, cargo, az: a command of theirs that this installation does not have.
    /'(?<command>[\w-]{1,60})' is not an? \w{1,30} command\b/,
    /unknown command "?(?<command>[\w-]{1,60}) ?[^"\n]{0,40}"? for "\w/,
    /no such command: `(?<command>[\w-]{1,60})`|docker: unknown command: docker (?<command2>[\w-]{1,60})/,
    /'(?<command>[\w-]{1,60})' is misspelled or not recognized by the system/,
  ],
  remedies: ['Remove the argument from "args", or write it as the manual of this version does'],
  // An option of Node itself that came with a later version is told by the version.
  when: ({line}) =>
    !/bad option: --(?:experimental-|env-file|watch|run|use-system-ca|disable-warning|import|permission|test)/.test(
      line,
    ),
  cause: ({groups, line}, evidence) =>
    groups['command'] !== undefined
      ? `The command "${groups['command']}" is not known to the program that is called: it is misspelt, or the plugin or version that brings it is not installed here. It says: "${clip(line, 140)}".`
      : `"${programOf(evidence)}" does not know the argument "${groups['word'] ?? ''}" that the configuration gives it.${groups['similar'] === undefined ? '' : ` It knows "${groups['similar']}".`} It says: "${clip(line, 140)}".`,
  fixes: ({groups}, evidence) => {
    if (groups['command'] !== undefined) return commandFixes(groups['command']);
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

const commandFixes = (command: string): readonly Fix[] => [
  advise(
    'install-plugin',
    command === 'mcp'
      ? 'Install the plugin that brings "mcp" (for Docker: the MCP Toolkit of Docker Desktop 4.42 or newer, or the docker-mcp plugin in ~/.docker/cli-plugins)'
      : `Install the plugin or the newer version that brings "${command}"`,
  ),
  advise(
    'correct-command',
    `Or write another command than "${command}" into "args", as the manual of this version does`,
  ),
];
