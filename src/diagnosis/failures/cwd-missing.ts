import {advice, editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const cwdMissing = defineFailure({
  id: 'cwd-missing',
  class: 'config',
  step: 'command',
  title: 'The working folder does not exist',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {
      match: /(cwd|working (directory|folder)).{0,60}(does not exist|not found|no such|missing|ENOENT)/i,
      confidence: 'certain',
    },
    {match: /spawn (?<command>node|python3?|npx|uvx) ENOENT.{0,40}(cwd|director)/is, confidence: 'likely'},
  ],
  remedies: ['Correct "cwd" or create the folder: it does not exist, and the system blames the command for it'],
  detect: ({command}) => (command.cwd.exists ? null : {folder: command.cwd.path}),
  explain: ({folder}, {entry, command}) => {
    const key = entry.rules.fields.cwd;
    return {
      cause: command.cwd.isConfigured
        ? `The working folder of "${entry.name}" ("${key ?? 'cwd'}": ${folder}) does not exist. The system then says that ${command.command} was not found, although the folder is what is missing.`
        : `The folder that ${entry.rules.clientName} starts "${entry.name}" in (its cwd), ${folder}, does not exist any more.`,
      evidence: [
        command.cwd.isConfigured && key !== null
          ? quoteAt(entry, [key], folder)
          : {label: 'Working folder (cwd)', text: folder},
      ],
      location: key === null ? entry.place : placeAt(entry, [key]),
    };
  },
  fixes: ({folder}, {entry, command}) => {
    const key = entry.rules.fields.cwd;
    const create = {
      id: 'create-folder',
      title: `Create the folder ${folder}`,
      kind: 'run',
      command: ['mkdir', '-p', folder],
    } as const;
    if (key === null || !command.cwd.isConfigured)
      return [create, advice('start-elsewhere', 'Start the client in a folder that exists')];
    return [
      editAt(entry, [key], {
        id: 'set-cwd',
        title: `Set "${key}" to a folder that exists`,
        edit: {kind: 'ask', label: `The folder that "${entry.name}" works in`, isSecret: false, shape: 'path'},
        why: `${folder} does not exist`,
      }),
      create,
      editAt(entry, [key], {
        id: 'drop-cwd',
        title: `Remove "${key}"; the client then uses its own folder`,
        edit: {kind: 'remove'},
        why: `${folder} does not exist`,
      }),
    ];
  },
});
