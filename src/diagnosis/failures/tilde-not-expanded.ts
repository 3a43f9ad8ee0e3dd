import {argPath, commandPath, commandQuote, works} from '../facts/command-entry.ts';
import {editAt, placeAt, runsInShell} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const tildeNotExpanded = defineFailure({
  id: 'tilde-not-expanded',
  class: 'config',
  step: 'command',
  title: 'Nobody expands the ~ in a path',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {
      match: /(ENOENT|no such file|not found|Cannot find module)(?!.{0,20}lstat).{0,120}['" /]~[\\/]/i,
      confidence: 'likely',
    },
    {match: /spawn ~\/\S+ ENOENT/i, confidence: 'certain'},
  ],
  remedies: ['Write the full path of the home folder instead of ~: nothing expands it outside a shell'],
  detect: ({command, all}) => {
    if (works(all)) return null;
    if (command.hasTilde && command.resolved === null) return {index: null, text: command.command};
    if (runsInShell(command.command)) return null;
    const argument = command.pathArguments.find((one) => one.hasTilde);
    return argument === undefined ? null : {index: argument.index, text: argument.text};
  },
  explain: ({index, text}, {entry, command}) => ({
    cause: `The ~ in ${text} (${index === null ? `"${entry.rules.fields.command}"` : `argument ${index + 1}`} of "${entry.name}") is not expanded: only a shell knows that it means the home folder, so no such path exists.`,
    evidence: [commandQuote(entry, command, text)],
    location: placeAt(entry, index === null ? commandPath(entry) : argPath(entry, index)),
  }),
  fixes: ({index, text}, {entry, all}) => {
    const home = all.machine.home.replace(/[\\/]$/, '');
    const sign = /~([\\/])/.exec(text)?.[1] ?? '/';
    return [
      editAt(entry, index === null ? commandPath(entry) : argPath(entry, index), {
        id: 'full-path',
        title: `Write the full path "${text.replace(/~[\\/]/, `${home}${sign}`)}" instead of "${text}"`,
        edit: {kind: 'rewrite', how: {how: 'replace-text', from: `~${sign}`, to: `${home}${sign}`}},
        why: 'Only a shell knows what ~ means',
      }),
    ];
  },
});
