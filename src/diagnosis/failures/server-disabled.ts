import {deciderLine, deciderPlace, deciderText, switchOn} from '../facts/config-standing.ts';
import {defineFailure} from '../failure.ts';

export const serverDisabled = defineFailure({
  id: 'server-disabled',
  class: 'config',
  step: 'config',
  title: 'The server is switched off',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /"?disabled"?\s*[:=]\s*true/i, confidence: 'likely'},
    {match: /"?(isActive|enabled)"?\s*[:=]\s*false/i, confidence: 'likely'},
    {match: /disabledMcpServers/, confidence: 'certain'},
    {match: /server (is )?missing from (the )?session although listed/i, confidence: 'certain'},
    {match: /(MCP )?server .{0,60}(is disabled|greyed out|has been disabled)/i, confidence: 'likely'},
  ],
  remedies: [
    'Set the flag that switches the server off the other way ("disabled": false, "enabled": true)',
    'Remove it from "disabledMcpServers" (/mcp enable)',
  ],
  detect: ({entry}) => (entry.standing.state === 'disabled' ? {by: entry.standing.decidedBy} : null),
  explain: ({by}, {entry}) => ({
    cause: `${entry.rules.clientName} does not start "${entry.name}": ${by?.owner == null ? `it is disabled by ${deciderText(by)}` : `it counts only with ${by.owner}, which is not switched on (${deciderText(by)})`}.`,
    evidence: deciderLine(by),
    location: deciderPlace(entry),
  }),
  fixes: (_, {entry}) => [switchOn(entry)],
});
