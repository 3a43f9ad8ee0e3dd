import {type Evidence, seen} from '../../model/evidence.ts';
import {advice} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const entryDuplicateKeys = defineFailure({
  id: 'entry-duplicate-keys',
  class: 'config',
  step: 'config',
  title: 'A key of the server stands twice',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [],
  remedies: ['Join the two blocks of the same name, or remove the one that is out of date: the last one wins'],
  detect: ({entry, all}) =>
    entry.duplicateKeys.find(({path}) => path.length > entry.at.length) ??
    // The whole server twice is the file's finding, but where the one that counts leads nowhere it is the cause here.
    (leadsNowhere(all) ? entry.duplicateKeys.find(({path}) => path.length === entry.at.length) : undefined) ??
    null,
  explain: (twice, {entry, all}) => {
    const key = String(twice.path.at(-1) ?? '');
    const isWhole = twice.path.length === entry.at.length;
    // Where the one that counts leads nowhere, the second key is the cause and not a blemish.
    const isCause = isWhole || (key === entry.rules.fields.command && seen(all, 'command')?.resolved === null);
    return {
      severity: isCause ? ('error' as const) : ('warning' as const),
      ...(isWhole ? {title: 'The server stands twice, and the one that counts cannot start'} : {}),
      cause: `"${key}" stands ${twice.lines.length} times ${isWhole ? `in ${entry.file}` : `inside "${entry.name}"`} (${twice.lines.map((line) => `line ${line}`).join(' and ')}); only the last one counts${isWhole ? ', and what it names is not there' : ''}.`,
      evidence: [
        {
          label: entry.file,
          text: `"${key}": ${twice.lines.map((line) => `line ${line}`).join(', ')}`,
          deciding: `"${key}"`,
        },
      ],
      location: {file: entry.file, line: twice.lines[0] ?? entry.place.line, column: 1},
    };
  },
  fixes: ({path, lines}, {entry}) => {
    const both = `the two "${String(path.at(-1) ?? '')}" (${lines.map((line) => `line ${line}`).join(' and ')})`;
    return path.length === entry.at.length
      ? [advice('remove-one', `Look at ${both}, and remove the one that is out of date`)]
      : [advice('join-keys', `Join ${both} into one`)];
  },
});

const leadsNowhere = (all: Evidence): boolean => {
  const command = seen(all, 'command');
  return (
    command !== undefined &&
    (command.resolved === null || command.pathArguments.some(({isScript, exists}) => isScript && !exists))
  );
};
