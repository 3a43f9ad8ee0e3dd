import {advice} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const deadLocation = defineFailure({
  id: 'dead-location',
  class: 'config',
  step: 'config',
  title: 'The servers stand in a file that no client reads',
  severity: 'error',
  waitingHelps: false,
  needs: ['file'],
  signatures: [
    {match: /MCP servers should no longer be configured in user settings/i, confidence: 'certain'},
    {match: /github\.copilot\.chat\.mcp\.servers|"?mcp\.servers"? in settings\.json/i, confidence: 'certain'},
  ],
  remedies: [
    'Move the servers to the file that the client reads: for VS Code to "servers" in mcp.json, for Claude Code to .mcp.json or ~/.claude.json',
  ],
  detect: ({file}) => (file.exists && file.deadLocation?.hasServers === true ? file.deadLocation : null),
  explain: (dead, {file}) => ({
    cause: `No known client reads servers from ${file.path}. ${nameOf(dead.expectedBy)} reads them from ${dead.realPlace}, so what stands here has no effect.`,
    evidence: [{label: 'Servers in a file that nobody reads', text: file.serverNames.join(', ') || file.path}],
    location: {file: file.path, line: 1, column: 1},
  }),
  fixes: (dead, {file}) => [
    advice(
      'move-to-real-place',
      `Move the servers to ${dead.realPlace}, which ${nameOf(dead.expectedBy)} reads; ${file.path} can stay until they work`,
    ),
  ],
});

/** 'claude-code' as a person says it: 'Claude Code'; a name stays as it is. */
const nameOf = (client: string): string => {
  if (!/^[a-z0-9-]+$/.test(client)) return client;
  const known: Readonly<Record<string, string>> = {vscode: 'VS Code', jetbrains: 'JetBrains', opencode: 'opencode'};
  return client
    .split('-')
    .map((word) => known[word] ?? word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
};
