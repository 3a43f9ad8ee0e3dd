import {argPath, failedToStart, lastErrorText} from '../facts/command-entry.ts';
import {editAt, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const pathArgumentMissing = defineFailure({
  id: 'path-argument-missing',
  class: 'config',
  step: 'command',
  title: 'A folder or file in the arguments does not exist',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command', 'launch'],
  signatures: [
    {match: /Error accessing directory (?<path>\S+):/i, confidence: 'certain'},
    {
      match: /(directory|folder|path) (?<path>['"]?[\\/~]\S+['"]?) (does not exist|is not a directory|not found)/i,
      confidence: 'likely',
    },
  ],
  remedies: ['Replace the path in "args" with an existing directory', 'Create the folder'],
  detect: ({command, all}) => {
    if (!failedToStart(all) || command.package?.ecosystem === 'docker') return null;
    const text = lastErrorText(all);
    return (
      command.pathArguments.find(
        (one) =>
          !one.isScript && !one.exists && !one.hasTilde && (text.includes(one.text) || text.includes(one.resolved)),
      ) ?? null
    );
  },
  explain: (argument, {entry, all}) => {
    const line = lastErrorText(all)
      .split('\n')
      .find((one) => one.includes(argument.text) || one.includes(argument.resolved));
    return {
      cause: `The server gets ${argument.text} (argument ${argument.index + 1}), and ${argument.resolved} does not exist.`,
      evidence: [{label: 'The server says', text: (line ?? '').trim(), deciding: argument.text}],
      location: placeAt(entry, argPath(entry, argument.index)),
    };
  },
  fixes: (argument, {entry}) => {
    const path = argPath(entry, argument.index);
    const why = `${argument.resolved} does not exist`;
    return [
      ...argument.near.slice(0, 2).map((near, index) =>
        editAt(entry, path, {
          id: index === 0 ? 'use-near' : 'use-near-2',
          title: `Write "${near}" instead of "${argument.text}"`,
          edit: {kind: 'set', value: near},
          why,
        }),
      ),
      editAt(entry, path, {
        id: 'ask-path',
        title: `Replace "${argument.text}" with a folder that exists`,
        edit: {kind: 'ask', label: 'A folder that exists', isSecret: false, shape: 'path'},
        why,
      }),
      {
        id: 'create-folder',
        title: `Create the folder ${argument.resolved}`,
        kind: 'run',
        command: ['mkdir', '-p', argument.resolved],
      },
    ];
  },
});
