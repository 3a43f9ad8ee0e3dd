import type {NetworkEvidence} from '../../model/evidence.ts';
import {advice} from '../facts/http-changes.ts';
import {errorLine, isClosed, isLoopback, isProxied, target} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const ipFamilyMissing = defineFailure({
  id: 'ip-family-missing',
  class: 'runtime',
  step: 'network',
  title: 'This machine cannot use the kind of address that the host has',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match: /(?:ENETUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT)\b.{0,20}\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,}/i,
      confidence: 'likely',
    },
    {match: /address family (?:for hostname )?not supported|\bEAFNOSUPPORT\b/i, confidence: 'likely'},
  ],
  remedies: [
    'Switch IPv6 (or IPv4) on for this machine or its VPN, or use a proxy that has it (HTTPS_PROXY)',
    'Ask the operator whether the server has an address of the other kind',
  ],
  detect: ({network}) => {
    if (!isClosed(network) || isProxied(network) || isLoopback(network) || network.control.hasNetwork !== true)
      return null;
    const [first] = network.tcp;
    if (first === undefined || network.tcp.some(({family}) => family !== first.family)) return null;
    return network.tcp.every(({error}) => isWithoutWay(error?.code ?? null)) ? first : null;
  },
  explain: ({family}, {network}) => ({
    cause: `${network.host} has only ${nameOf(family)} addresses (${network.tcp.map(({address}) => address).join(', ')}), and this machine has no way to ${nameOf(family)}. The server was not reached and is not to blame.`,
    evidence: network.tcp.flatMap(({address, error}) => (error === null ? [] : [errorLine(address, error)])),
  }),
  fixes: ({family}, {network}) => [
    advice(
      'switch-on',
      `Switch ${nameOf(family)} on for this machine (router, VPN, container), then run the check again`,
    ),
    advice('proxy', `Or set HTTPS_PROXY to a proxy that has ${nameOf(family)}`),
    advice('operator', `Or ask the operator for an ${nameOf(family === 6 ? 4 : 6)} address of ${target(network)}`),
  ],
});

const nameOf = (family: NetworkEvidence['tcp'][number]['family']): string => `IPv${family}`;

/** What connect(2) says when there is no route and no address of one's own for that family. */
const isWithoutWay = (code: string | null): boolean =>
  code !== null && ['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT', 'ENETDOWN'].includes(code);
