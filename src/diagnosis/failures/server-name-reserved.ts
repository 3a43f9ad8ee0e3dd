import {editAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const serverNameReserved = defineFailure({
  id: 'server-name-reserved',
  class: 'config',
  step: 'config',
  title: 'The client keeps this server name for itself',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /\b(?:this )?(?:server )?name is reserved\b|reserved (?:MCP )?server name/i, confidence: 'likely'},
    {match: /server name .{0,40}(is )?reserved|reserved (MCP )?server name/i, confidence: 'certain'},
  ],
  remedies: ['Rename the server: the client keeps this name for itself'],
  detect: ({entry}) => {
    const {state, decidedBy} = entry.standing;
    const isOwn = decidedBy !== null && decidedBy.file === entry.file && decidedBy.path.at(-1) === entry.at.at(-1);
    return state === 'blocked' && isOwn
      ? {better: `${entry.name.toLowerCase().replace(/[^a-z0-9_-]+/g, '-')}-server`}
      : null;
  },
  explain: (_, {entry}) => ({
    cause: `${entry.rules.clientName} keeps the name "${entry.name}" for itself, so it does not start the server that you gave this name.`,
    evidence: [{label: `${entry.file}, line ${entry.place.line}`, text: `"${entry.name}": {…}`, deciding: entry.name}],
    location: entry.place,
  }),
  fixes: ({better}, {entry}) => [
    editAt(entry, [], {
      id: 'rename-server',
      title: `Rename "${entry.name}" to "${better}"`,
      edit: {kind: 'rename', to: better},
      why: 'The client keeps the name for itself',
    }),
  ],
});
