import {argPath} from '../facts/command-entry.ts';
import {editAt, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const scriptMissing = defineFailure({
  id: 'script-missing',
  class: 'config',
  step: 'command',
  title: 'The script does not exist',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /can't open file '(?<file>[^'\n]+)': \[Errno 2\]/i, confidence: 'certain'},
    {match: /Error: Cannot find module '(?<file>([\\/]|[A-Za-z]:\\)[^'\n]+\.(c|m)?[jt]s)'/i, confidence: 'likely'},
    {match: /Module not found "file:\/\/|error: Module not found/i, confidence: 'likely'},
  ],
  remedies: ['Correct the path of the script in "args": it does not exist'],
  detect: ({command}) => command.pathArguments.find((one) => one.isScript && !one.exists && !one.hasTilde) ?? null,
  explain: (script, {entry, command}) => ({
    cause: `The script ${script.resolved}, which ${command.command} should start, does not exist${script.near[0] === undefined ? '' : `; near it there is ${script.near[0]}`}.`,
    evidence: [{label: 'Script', text: `looked for ${script.resolved}: it is not there`, deciding: script.resolved}],
    location: placeAt(entry, argPath(entry, script.index)),
  }),
  fixes: (script, {entry}) => {
    const path = argPath(entry, script.index);
    const why = `${script.resolved} does not exist`;
    return [
      ...script.near.slice(0, 3).map((near, index) =>
        editAt(entry, path, {
          id: index === 0 ? 'use-near' : `use-near-${index + 1}`,
          title: `Write "${near}" instead of "${script.text}"`,
          edit: {kind: 'set', value: near},
          why,
        }),
      ),
      editAt(entry, path, {
        id: 'ask-path',
        title: `Correct the path of ${script.text}`,
        edit: {kind: 'ask', label: 'The full path of the script', isSecret: false, shape: 'path'},
        why,
      }),
    ];
  },
});
