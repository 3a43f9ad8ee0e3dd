import {seen} from '../../model/evidence.ts';
import {advice, editFix, urlFix, urlKey} from '../facts/http-changes.ts';
import {errorLine, isProxied, urlAt} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const hostNotFound = defineFailure({
  id: 'host-not-found',
  class: 'config',
  step: 'network',
  title: 'The host name does not exist',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match:
        /\bENOTFOUND\b|getaddrinfo failed|Name or service not known|nodename nor servname|no such host|could not resolve host|ERR_NAME_NOT_RESOLVED|dns error: failed to lookup|No address associated with hostname|UnknownHostException|UnresolvedAddressException|No such host is known|remote name could not be resolved|Name does not resolve|Could not resolve hostname/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Correct the hostname in the URL; check its spelling',
    'Connect the VPN if it is a company host, or use the proxy (HTTPS_PROXY; NODE_USE_ENV_PROXY=1 for Node, --enable-proxy for mcp-remote) where names resolve only there',
  ],
  detect: ({network}) => {
    const error = network.dns?.error ?? null;
    if (error === null || isProxied(network)) return null;
    const isNever = /\.invalid\.?$/i.test(network.host);
    if (isNever) return error;
    if (network.control.hasNetwork === false) return null;
    return error.code !== null && MISSING.includes(error.code) ? error : null;
  },
  explain: (error, {network}) => ({
    cause: `The host name ${network.host} does not resolve (${error.code ?? error.message}): DNS knows no such host from here. ${hint(network.host)}`,
    evidence: [
      errorLine('DNS', error),
      {label: 'url', text: network.url, ...(network.url.includes(network.host) ? {deciding: network.host} : {})},
    ],
  }),
  fixes: (_, {network, all}) => {
    const local = network.host === 'host.docker.internal' ? urlAt(network.url, {host: 'localhost'}) : null;
    const key = urlKey(seen(all, 'entry'));
    return [
      ...(local === null
        ? []
        : [urlFix(all, network.url, local, 'host.docker.internal exists only inside containers.')]),
      editFix(all, {
        id: 'ask-url',
        title: `Correct the host name in "${key}" (check the spelling of ${network.host})`,
        path: [key],
        edit: {kind: 'ask', label: 'The full URL of the MCP endpoint', isSecret: false, shape: 'url'},
        why: `No DNS server knows ${network.host}.`,
      }),
      advice(
        'vpn',
        `Connect the VPN if ${network.host} is a company host, or use the proxy if names resolve only there`,
      ),
    ];
  },
});

const MISSING = ['ENOTFOUND', 'ENODATA', 'EAI_NONAME', 'EAI_NODATA', 'ENONAME'];

const hint = (host: string): string => {
  if (host === 'host.docker.internal')
    return 'That name exists only inside Docker containers; from this machine it is localhost.';
  if (!host.includes('.')) return 'A name without a dot is known only inside a container network or a company network.';
  return 'It is misspelt, or it exists only inside a VPN or a company network.';
};
