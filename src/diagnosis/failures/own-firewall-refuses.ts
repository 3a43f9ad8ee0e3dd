import {advice} from '../facts/http-changes.ts';
import {closedWith, errorLine, target} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const ownFirewallRefuses = defineFailure({
  id: 'own-firewall-refuses',
  class: 'runtime',
  step: 'network',
  title: 'This machine does not allow the connection',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [{match: /\bconnect (?:EPERM|EACCES)\b|WSAEACCES|WinError 10013/i, confidence: 'certain'}],
  remedies: ['Allow the client (or Node) to connect out in the firewall, sandbox or security program of this machine'],
  detect: ({network}) => closedWith(network, ['EACCES', 'EPERM']),
  explain: (error, {network}) => ({
    cause: `The system of this machine itself forbids the connection to ${target(network)} (${error.code}): a firewall, a sandbox or a security program here stops it before anything is sent. The server was not asked.`,
    evidence: [errorLine('connection', error)],
  }),
  fixes: (_, {network}) => [
    advice(
      'allow',
      `Allow connections to ${target(network)} in the firewall, sandbox or security program of this machine`,
    ),
    advice(
      'proxy',
      'If programs must go through a proxy here, set HTTPS_PROXY in the environment that starts the client',
    ),
  ],
});
