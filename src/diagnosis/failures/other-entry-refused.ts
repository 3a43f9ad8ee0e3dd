import {advice} from '../facts/config-entry.ts';
import {deciderLine, deciderPlace} from '../facts/config-standing.ts';
import {defineFailure} from '../failure.ts';

export const otherEntryRefused = defineFailure({
  id: 'other-entry-refused',
  class: 'config',
  step: 'config',
  title: 'Another entry keeps the file from being read',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /failed to load bootstrap configuration/i, confidence: 'likely'},
    {match: /invalid transport\s+in `?mcp_servers\./i, confidence: 'likely'},
  ],
  remedies: ['Mend the entry that the client names: it reads none of the file until then'],
  detect: ({entry}) => {
    const {state, decidedBy} = entry.standing;
    if (state !== 'unusable' || decidedBy === null || decidedBy.file !== entry.file) return null;
    const isOwn = entry.at.every((part, index) => decidedBy.path[index] === part);
    const name = decidedBy.path[entry.at.length - 1];
    return isOwn || name === undefined ? null : {name: String(name)};
  },
  explain: ({name}, {entry}) => ({
    cause: `"${entry.name}" is in order, but ${entry.rules.clientName} reads nothing of ${entry.file} because of another entry there: "${name}".`,
    evidence: deciderLine(entry.standing.decidedBy),
    location: deciderPlace(entry),
  }),
  fixes: ({name}) => [advice('mend-other', `Mend "${name}" first: mcp-fix fix "${name}"`)],
});
