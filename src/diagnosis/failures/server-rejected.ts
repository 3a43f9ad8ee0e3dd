import {advice} from '../facts/config-entry.ts';
import {deciderLine, deciderPlace, deciderText, switchOn} from '../facts/config-standing.ts';
import {defineFailure} from '../failure.ts';

export const serverRejected = defineFailure({
  id: 'server-rejected',
  class: 'config',
  step: 'config',
  title: 'The server was rejected once',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /disabledMcpjsonServers/, confidence: 'certain'},
    {match: /(✘|✗|x) Rejected|server .{0,40}was rejected/i, confidence: 'likely'},
  ],
  remedies: [
    'Take the server out of "disabledMcpjsonServers" in .claude/settings.local.json',
    'Ask again: claude mcp reset-project-choices',
  ],
  detect: ({entry}) => (entry.standing.state === 'rejected' ? {by: entry.standing.decidedBy} : null),
  explain: ({by}, {entry}) => ({
    cause: `${entry.rules.clientName} does not start "${entry.name}": it was rejected (disabled) once, and ${deciderText(by)} remembers that.`,
    evidence: deciderLine(by),
    location: deciderPlace(entry),
  }),
  fixes: (_, {entry}) => [
    switchOn(entry),
    ...(entry.client === 'claude-code'
      ? [
          advice(
            'reset-choices',
            'Let Claude Code ask again about every server of the project: claude mcp reset-project-choices',
          ),
        ]
      : []),
  ],
});
