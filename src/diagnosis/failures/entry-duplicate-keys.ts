import {seen} from '../../model/evidence.ts';
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
  detect: ({entry}) => entry.duplicateKeys.find((twice) => twice.path.length > entry.at.length) ?? null,
  explain: (twice, {entry, all}) => {
    const key = String(twice.path.at(-1) ?? '');
    const command = seen(all, 'command');
    // Where the one that counts leads nowhere, the second key is the cause and not a blemish.
    const isCause = key === entry.rules.fields.command && command !== undefined && command.resolved === null;
    return {
      severity: isCause ? ('error' as const) : ('warning' as const),
      cause: `"${key}" stands ${twice.lines.length} times inside "${entry.name}" (${twice.lines.map((line) => `line ${line}`).join(' and ')}); only the last one counts.`,
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
  fixes: (twice) => [
    advice(
      'join-keys',
      `Join the two "${String(twice.path.at(-1) ?? '')}" (${twice.lines.map((line) => `line ${line}`).join(' and ')}) into one`,
    ),
  ],
});
