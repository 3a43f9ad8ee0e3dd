import {advice} from '../facts/config-entry.ts';
import {deciderLine, deciderPlace, deciderText} from '../facts/config-standing.ts';
import {defineFailure} from '../failure.ts';

export const blockedByPolicy = defineFailure({
  id: 'blocked-by-policy',
  class: 'config',
  step: 'config',
  title: 'A policy blocks the server',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {
      match:
        /(explicitly blocked|not allowed|denied|blocked) by (enterprise|managed|organi[sz]ation|admin\w*|your) ?(policy|settings)/i,
      confidence: 'certain',
    },
    {match: /MCP registry policy|could not verify server against any configured registry/i, confidence: 'certain'},
    {match: /allowedMcpServers|deniedMcpServers|managed-mcp\.json/, confidence: 'certain'},
    {match: /Cannot add MCP server .{0,60}(policy|exclusive control)/i, confidence: 'certain'},
  ],
  remedies: [
    'Ask the admin to allow the server: none of the user’s own settings can change what the managed settings of this machine block',
  ],
  detect: ({entry}) => (entry.standing.state === 'blocked' ? {by: entry.standing.decidedBy} : null),
  explain: ({by}, {entry}) => ({
    cause: `A policy keeps ${entry.rules.clientName} from using "${entry.name}": ${deciderText(by)}${by?.owner ? ` (owned by ${by.owner})` : ''}. Your own settings cannot lift it.`,
    evidence: deciderLine(by),
    location: deciderPlace(entry),
  }),
  fixes: ({by}, {entry}) => [
    advice('ask-admin', `Ask the administrator to allow "${entry.name}"; the rule is ${deciderText(by)}`),
  ],
});
