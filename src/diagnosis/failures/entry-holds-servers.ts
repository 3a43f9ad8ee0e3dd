import {advice} from '../facts/config-entry.ts';
import {isInnerTable} from '../facts/config-inner-table.ts';
import {fileName} from '../facts/config-syntax.ts';
import {defineFailure} from '../failure.ts';

export const entryHoldsServers = defineFailure({
  id: 'entry-holds-servers',
  class: 'config',
  step: 'config',
  title: 'A table of servers stands in place of a server',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [],
  remedies: ['Lift the inner table one level up, so that each server stands directly under the outer key'],
  detect: ({entry}) => (isInnerTable(entry) ? {path: entry.at, root: entry.at.slice(0, -1)} : null),
  explain: ({path, root}, {entry}) => ({
    cause: `"${path.join('.')}" in ${entry.file} is read as a server named "${entry.name}", and it is a table of servers: they stand one level too deep. ${entry.rules.clientName} looks for them directly under "${root.join('.')}".`,
    evidence: [{label: entry.file, text: path.join('.'), deciding: entry.name}],
    location: entry.place,
  }),
  fixes: ({path, root}, {entry}) => [
    advice(
      'lift',
      `Lift the servers in ${fileName(entry.file)} from "${path.join('.')}" to "${root.join('.')}", and remove the empty inner block`,
    ),
  ],
});
