import {advice} from '../facts/http-changes.ts';
import {errorLine, isClosed, isProxied, tlsCode} from '../facts/network-reach.ts';
import {certificateLines} from '../facts/tls-certificate.ts';
import {defineFailure} from '../failure.ts';

export const hostsFileEntry = defineFailure({
  id: 'hosts-file-entry',
  class: 'config',
  step: 'network',
  title: 'The hosts file of this machine sends the name elsewhere',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match: /(?:\/etc\/hosts|drivers\\etc\\hosts|\bhosts file\b).{0,80}(?:overrid|maps|entry|line)/i,
      confidence: 'likely',
    },
  ],
  remedies: ['Take the line for this host out of the hosts file (/etc/hosts), or correct its address'],
  detect: ({network}) => {
    const {hostsFile} = network;
    if (hostsFile === null || isProxied(network) || isOwnName(network.host)) return null;
    const code = tlsCode(network);
    return isClosed(network) || (code !== null && !DATES.includes(code)) ? hostsFile : null;
  },
  explain: ({path, line, address}, {network}) => {
    const refusal = network.tcp.find(({error}) => error !== null)?.error ?? null;
    return {
      cause: `Line ${line} of ${path} sends ${network.host} to ${address}, whatever DNS says, and ${isClosed(network) ? `nothing answers there on port ${network.port}` : 'what answers there cannot show a certificate for that name'}. The real server was not asked.`,
      confidence: 'likely',
      evidence: [
        {label: `${path}, line ${line}`, text: `${address} ${network.host}`, deciding: address},
        ...(isClosed(network) && refusal !== null ? [errorLine('connection', refusal)] : certificateLines(network)),
      ],
    };
  },
  fixes: ({path, line}, {network}) => [
    advice(
      'remove-line',
      `Take ${network.host} out of line ${line} of ${path}, or correct its address; then run the check again`,
    ),
    advice('start-local', 'If the line is meant (a server of your own stands there), start that server'),
  ],
});

/** Names that are nobody's on the internet (RFC 6761, RFC 8375, custom): there a line in the hosts file is how they live. */
const isOwnName = (host: string): boolean =>
  !host.includes('.') || /\.(?:localhost|local|test|internal|lan|home|home\.arpa|localdomain|docker)\.?$/i.test(host);

/** A certificate that is only out of date is the right one. */
const DATES = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];
