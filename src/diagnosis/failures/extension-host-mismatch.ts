import {advice} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const extensionHostMismatch = defineFailure({
  id: 'extension-host-mismatch',
  class: 'config',
  step: 'command',
  title: 'The program exists only on the other side',
  severity: 'error',
  waitingHelps: false,
  needs: ['reported'],
  signatures: [
    {match: /Starting server from (LocalProcess|Remote) extension host/i, confidence: 'likely'},
    {match: /Connection state: Error spawn (?<command>\S+) ENOENT/i, confidence: 'likely'},
  ],
  remedies: [
    'Move the entry to the remote user mcp.json or to .vscode/mcp.json (or back)',
    'Install the program on the side that starts the server',
    'Without a remote side (SSH, WSL, container): install the program, or write its full path into "command"',
  ],
  detect: ({reported}) => {
    const host = /Starting server from (LocalProcess|Remote) extension host/i.exec(reported.cleaned)?.[1];
    const program = /Connection state: Error spawn (\S+) ENOENT/i.exec(reported.cleaned)?.[1];
    return host === undefined || program === undefined ? null : {host, program};
  },
  explain: ({host, program}, {reported}) => ({
    cause: `VS Code starts this server from its ${host} extension host, and on that side ${program} was not found.`,
    evidence: [{label: 'Reported', text: reported.cleaned.slice(0, 400), deciding: `spawn ${program} ENOENT`}],
    confidence: 'likely',
  }),
  fixes: ({host, program}) => [
    advice(
      'move-entry',
      host === 'Remote'
        ? 'Move the entry from .vscode/mcp.json to the mcp.json of your user settings, to start it on your own machine'
        : 'Move the entry to the remote user mcp.json or to .vscode/mcp.json, to start it on the remote side',
    ),
    advice('install-there', `Or install ${program} on the side that starts the server`),
  ],
});
