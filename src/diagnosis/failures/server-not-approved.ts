import type {EntryEvidence} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {advice} from '../facts/config-entry.ts';
import {deciderLine, deciderText} from '../facts/config-standing.ts';
import {defineFailure} from '../failure.ts';

export const serverNotApproved = defineFailure({
  id: 'server-not-approved',
  class: 'config',
  step: 'config',
  title: 'The project’s server is not approved yet',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {
      match: /requires your trust before|(?:MCP )?servers? (?:is |are )?(?:waiting for|pending) (?:your )?approval/i,
      confidence: 'likely',
    },

    {match: /Pending approval/i, confidence: 'certain'},
    {match: /server absent in \/mcp/i, confidence: 'possible'},
    {
      match: /(needs|requires|awaiting|waiting for) (your |user )?approval.{0,40}(server|\.mcp\.json)/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Approve the server: start the client in the project and say yes (Claude Code: run claude)',
    'Add its name to "enabledMcpjsonServers" in .claude/settings.local.json',
  ],
  detect: ({entry}) => (entry.standing.state === 'not-approved' ? {by: entry.standing.decidedBy} : null),
  explain: ({by}, {entry}) => ({
    cause: `"${entry.name}" comes from ${entry.file}, a file of the project, and ${entry.rules.clientName} waits until you approve it${by === null ? '' : ` (no approval yet: ${deciderText(by)})`}.`,
    evidence: deciderLine(by),
    location: entry.place,
  }),
  fixes: (_, {entry}) => [
    ...approve(entry),
    advice(
      'approve-in-client',
      `Approve "${entry.name}" in the client: run ${entry.client === 'claude-code' ? 'claude' : entry.rules.clientName} in the project and say yes`,
    ),
  ],
});

/** Claude Code keeps approvals in a list of names; the other clients keep them out of reach. */
const approve = (entry: EntryEvidence): readonly Fix[] => {
  const {decidedBy} = entry.standing;
  const key = decidedBy?.path[0];
  if (decidedBy === null || key !== 'enabledMcpjsonServers') return [];
  const edit =
    decidedBy.line === null
      ? ({kind: 'set', value: [entry.name]} as const)
      : ({kind: 'insert', index: 0, value: entry.name} as const);
  const title = `Approve "${entry.name}": add it to "${key}" in ${decidedBy.file}`;
  return [
    {
      id: 'approve',
      title,
      kind: 'edit',
      change: {file: decidedBy.file, path: [key], edit, why: 'The client waits for your approval'},
    },
  ];
};
