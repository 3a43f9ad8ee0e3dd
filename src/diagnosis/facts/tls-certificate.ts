import type {NetworkEvidence} from '../../model/evidence.ts';
import type {EvidenceLine, Fix} from '../../model/finding.ts';
import {advice} from './http-changes.ts';
import {errorLine, target} from './network-reach.ts';

/** What the certificate says of itself, and the words of the refusal. */
export const certificateLines = (network: NetworkEvidence): readonly EvidenceLine[] => {
  const {tls} = network;
  if (tls === null) return [];
  const facts = [
    tls.subject === null ? null : `for ${tls.subject}`,
    tls.issuer === null ? null : `issued by ${tls.issuer}`,
    tls.validFrom === null ? null : `from ${tls.validFrom}`,
    tls.validTo === null ? null : `to ${tls.validTo}`,
    tls.altNames.length === 0 ? null : `names: ${tls.altNames.slice(0, 12).join(', ')}`,
  ].filter((fact): fact is string => fact !== null);
  return [
    ...(tls.error === null ? [] : [errorLine('TLS', tls.error)]),
    ...(facts.length === 0 ? [] : [{label: 'certificate', text: facts.join(' · ')}]),
  ];
};

/** How to make Node trust a private issuer, and how to come by its certificate. */
export const trustFixes = (network: NetworkEvidence, who: string): readonly Fix[] => [
  advice(
    'trust-ca',
    `Save ${who} as a PEM file and set NODE_EXTRA_CA_CERTS to its path in the environment that starts the client`,
  ),
  {
    id: 'show-chain',
    title: `Look at the certificates that ${target(network)} sends`,
    kind: 'run',
    command: ['openssl', 's_client', '-connect', target(network), '-servername', network.host, '-showcerts'],
  },
];
