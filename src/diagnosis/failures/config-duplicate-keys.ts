import type {FileEvidence} from '../../model/evidence.ts';
import {advice} from '../facts/config-entry.ts';
import {fileName} from '../facts/config-syntax.ts';
import {defineFailure} from '../failure.ts';

type Twice = FileEvidence['duplicateKeys'][number];

export const configDuplicateKeys = defineFailure({
  id: 'config-duplicate-keys',
  class: 'config',
  step: 'config',
  title: 'A key of the file stands twice',
  severity: 'error',
  waitingHelps: false,
  needs: ['file'],
  signatures: [
    {match: /server silently missing|the? ?last one wins/i, confidence: 'likely'},
    {match: /duplicate (object )?key|Duplicate key .{0,40}in (JSON|object)/i, confidence: 'certain'},
    {match: /Cannot (overwrite|redefine) (a )?(value|table|key)|duplicate key `?\w+`? in table/i, confidence: 'likely'},
  ],
  remedies: ['Rename or merge the duplicate: two entries with the same key, the last one wins'],
  detect: ({file}): Twice | null => {
    const ofServers = file.duplicateKeys.filter((twice) => twice.path.length <= file.rootPath.length + 1);
    return ofServers[0] ?? null;
  },
  explain: (twice, {file}) => {
    const key = String(twice.path.at(-1) ?? '');
    const lines = twice.lines.map((line) => `line ${line}`).join(' and ');
    return {
      cause: `"${key}" stands ${twice.lines.length === 2 ? 'twice' : `${twice.lines.length} times`} in ${file.path} (${lines}); only the last one counts, the others are silently dropped.`,
      evidence: [
        {label: file.path, text: `"${twice.path.join('.')}": ${lines}`, deciding: `"${twice.path.join('.')}"`},
      ],
      location: {file: file.path, line: twice.lines[0] ?? 1, column: 1},
      severity: isTable(twice, file) ? 'error' : 'warning',
    };
  },
  fixes: (twice, {file}) => {
    const key = String(twice.path.at(-1) ?? '');
    const where = twice.lines.map((line) => `line ${line}`).join(' and ');
    return [
      isTable(twice, file)
        ? advice('join', `Join the two "${key}" blocks of ${fileName(file.path)} (${where}) into one`)
        : advice(
            'rename-one',
            `Rename one of the two "${key}" in ${fileName(file.path)} (${where}), or remove the one that is out of date`,
          ),
    ];
  },
});

/** The whole table of servers stands twice, so servers are lost; a server that stands twice loses only its older half. */
const isTable = (twice: Twice, file: FileEvidence): boolean => twice.path.length <= file.rootPath.length;
