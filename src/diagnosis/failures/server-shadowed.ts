import {advice} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const serverShadowed = defineFailure({
  id: 'server-shadowed',
  class: 'config',
  step: 'config',
  title: 'Another entry of the same name wins',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /server .{0,60}(overridden|shadowed|overrides|takes precedence|conflicting scopes)/i, confidence: 'likely'},
  ],
  remedies: ['Change the entry of the scope that wins, or rename one of the two entries'],
  detect: ({entry}) => {
    if (entry.standing.state !== 'shadowed') return null;
    const sibling = entry.siblings.find((other) => other.wins);
    return {
      wins:
        entry.standing.wins?.replace(/^the /, '') ??
        (sibling === undefined ? 'another scope' : `${sibling.scope} scope of ${sibling.file}`),
      sibling,
    };
  },
  explain: ({wins, sibling}, {entry}) => ({
    cause: `${entry.rules.clientName} does not look at this "${entry.name}" in ${entry.file}: the one in the ${wins} ${/^plugin/.test(entry.scope) ? 'leads to the same program or address' : 'has the same name'} and wins.`,
    evidence: [
      {label: 'This one', text: `${entry.file}, line ${entry.place.line} (${entry.scope} scope)`},
      {
        label: 'The one that wins',
        text: sibling === undefined ? wins : `${sibling.file}, line ${sibling.line} (${sibling.scope} scope)`,
      },
      ...(sibling !== undefined && sibling.differs.length > 0
        ? [{label: 'They differ in', text: sibling.differs.join(', ')}]
        : []),
    ],
    location: entry.place,
  }),
  fixes: ({wins}, {entry}) => [
    advice('change-winner', `Change "${entry.name}" in the ${wins}, which is the one that is used`),
    advice('rename-one', `Give the entry in ${entry.file} another name if both are wanted`),
  ],
});
