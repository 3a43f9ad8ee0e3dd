import {advice} from '../facts/http-changes.ts';
import {errorLine, isProxied} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const dnsNotAnswering = defineFailure({
  id: 'dns-not-answering',
  class: 'runtime',
  step: 'network',
  title: 'The name service does not answer',
  severity: 'error',
  waitingHelps: true,
  needs: ['network'],
  signatures: [
    {
      match:
        /\bEAI_AGAIN\b|temporary failure in name resolution|ESERVFAIL|ETIMEOUT.{0,20}quer|ERR_NAME_RESOLUTION_FAILED/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Correct the hostname or use the proxy: in a sandbox or company network, names may resolve only there (HTTPS_PROXY)',
    'Check the DNS server of this machine (VPN, resolv.conf) and try again',
  ],
  detect: ({network}) => {
    const error = network.dns?.error ?? null;
    if (error === null || isProxied(network) || NEVER.test(network.host)) return null;
    return error.code !== null && CODES.includes(error.code) && network.control.hasNetwork !== false ? error : null;
  },
  explain: (error, {network}) => ({
    cause: `The DNS server of this machine gives no answer for ${network.host} (${error.code}). It is not known whether the host exists: the question itself failed.`,
    evidence: [errorLine('DNS', error)],
  }),
  fixes: (_, {network}) => [
    advice('retry', `Wait a moment and run the check again; look up ${network.host} with "nslookup ${network.host}"`),
    advice(
      'vpn',
      'Connect the VPN, or correct the DNS server of this machine; in a sandbox set HTTPS_PROXY to its proxy',
    ),
  ],
});

const CODES = ['EAI_AGAIN', 'ESERVFAIL', 'ETIMEOUT', 'ECONNREFUSED', 'EREFUSED'];
const NEVER = /\.invalid\.?$/i;
