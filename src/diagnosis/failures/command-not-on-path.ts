import {commandPath, commandQuote, isNotFound, pathText, setCommand} from '../facts/command-entry.ts';
import {folderOf, putFirstInPath} from '../facts/command-path-change.ts';
import {installText, runtimeOf} from '../facts/command-runtimes.ts';
import {advice, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const commandNotOnPath = defineFailure({
  id: 'command-not-on-path',
  class: 'runtime',
  step: 'command',
  title: 'The program is installed, but not on the client’s PATH',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /(command|program|npx|uvx|node|docker) .{0,40}(not (on|in) (the |your )?PATH)/i, confidence: 'likely'},
  ],
  remedies: [
    'Set "command" to the absolute path of the program (ask your shell: which NAME)',
    'Add its folder to PATH in "env"',
  ],
  detect: ({command}) => {
    const found = command.elsewhere.filter((one) => one.source !== 'near-name');
    return !command.isPath && isNotFound(command) && found[0] !== undefined
      ? {first: found[0], others: found.slice(1, 3)}
      : null;
  },
  explain: ({first}, {entry, command}) => ({
    cause: `${command.command} is not on ${pathText(entry, command)}; it stands at ${first.path}${first.owner === null ? '' : ` (${first.owner})`}, where ${first.source === 'shell-path' ? 'your terminal finds it and the client does not' : 'the client does not look'}.`,
    evidence: [commandQuote(entry, command, command.command), {label: 'Found elsewhere', text: first.path}],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: ({first, others}, {entry, command, all}) => {
    const why = `${entry.rules.clientName} does not look there`;
    const runtime = runtimeOf(command.command);
    const path = command.path.source === 'entry' ? null : putFirstInPath(entry, command, folderOf(first.path), all);
    return [
      setCommand(entry, first.path, why, 'full-path'),
      ...(path === null ? [] : [path]),
      ...(runtime === null ? [] : [advice('install', `If that copy does not work: ${installText(runtime, all)}`)]),
      ...others.map((one, index) => setCommand(entry, one.path, why, `full-path-${index + 2}`)),
    ];
  },
});
