import {advice} from '../facts/config-entry.ts';
import {deciderLine, deciderPlace, deciderText} from '../facts/config-standing.ts';
import {defineFailure} from '../failure.ts';

export const approvalInWrongFile = defineFailure({
  id: 'approval-in-wrong-file',
  class: 'config',
  step: 'config',
  title: 'The approval stands in a file that does not count',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [{match: /enabledMcpjsonServers.{0,60}(ignored|no effect|not applied)/i, confidence: 'certain'}],
  remedies: [
    'Accept the trust question of the client in this folder',
    'Put the approval into .claude/settings.local.json or the projects entry of ~/.claude.json',
  ],
  detect: ({entry}) => {
    const {state, decidedBy} = entry.standing;
    if (state !== 'not-approved' || decidedBy === null || decidedBy.line === null) return null;
    const approves = /^(enabledMcpjsonServers|enableAllProjectMcpServers)$/.test(String(decidedBy.path[0] ?? ''));
    return approves && /[\\/]\.claude[\\/]settings\.json$/.test(decidedBy.file) ? {by: decidedBy} : null;
  },
  explain: ({by}, {entry}) => ({
    cause: `"${entry.name}" is approved by ${deciderText(by)}, a file that the project shares. ${entry.rules.clientName} does not count that approval until you trust the folder.`,
    evidence: deciderLine(by),
    location: deciderPlace(entry),
  }),
  fixes: ({by}) => [
    advice('accept-trust', 'Accept the trust question: run claude in this folder and approve the server'),
    advice(
      'own-settings',
      `Write the approval into ${by.file.replace(/settings\.json$/, 'settings.local.json')} instead`,
    ),
  ],
});
