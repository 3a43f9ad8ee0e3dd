import {defineReported} from '../facts/reported-text.ts';

export const healthCheckWithoutReason = defineReported({
  id: 'health-check-without-reason',
  class: 'runtime',
  step: 'handshake',
  title: 'The client says only that it failed to connect',
  waitingHelps: false,
  signatures: [
    {match: /Could ?n(?:o|'|’)t (?:connect to|reach) (?:your|the) MCP server/i, confidence: 'possible'},

    {match: /There was an error connecting to [^\n]{1,80}|Failed to reconnect to \S{1,80}/, confidence: 'possible'},

    {match: /✗ Failed to connect[^\S\n]{0,20}(?:$|\()/im, confidence: 'likely'},
    {match: /^[^\w\n]{0,20}(?:status: )?failed to connect[^\w\n]{0,20}$/im, confidence: 'possible'},
  ],
  remedies: [
    'Run "mcp-fix check" on this server: the line gives no reason, the check finds it',
    'If the server is only slow under npx: replace npx by node + the absolute path of the installed entry file (npm i -g, or npm i --prefix)',
  ],
  cause: () =>
    'The health check of the client failed within its time, and the line does not say why. A start through npx often takes just too long for it.',
});
