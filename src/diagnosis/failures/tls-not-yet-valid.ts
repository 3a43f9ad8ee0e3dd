import {advice} from '../facts/http-changes.ts';
import {isClockToBlame, tlsCode} from '../facts/network-reach.ts';
import {certificateLines} from '../facts/tls-certificate.ts';
import {defineFailure} from '../failure.ts';

export const tlsNotYetValid = defineFailure({
  id: 'tls-not-yet-valid',
  class: 'runtime',
  step: 'network',
  title: "The server's certificate is not valid yet",
  severity: 'error',
  waitingHelps: true,
  needs: ['network'],
  signatures: [{match: /CERT_NOT_YET_VALID|certificate is not yet valid/i, confidence: 'certain'}],
  remedies: [
    'Set the clock of this machine, if it is behind',
    'Wait for the date of the certificate, or ask the operator of the server',
  ],
  detect: ({network, all}) =>
    tlsCode(network) === 'CERT_NOT_YET_VALID' && !isClockToBlame(network, all.machine.nowMs) ? true : null,
  explain: (_, {network, all}) => ({
    cause: `The TLS certificate of ${network.host} is valid only from ${network.tls?.validFrom ?? 'a later date'}; this machine says ${new Date(all.machine.nowMs).toISOString().slice(0, 16)} UTC.`,
    confidence: 'likely',
    evidence: certificateLines(network),
  }),
  fixes: (_, {network}) => [
    advice('clock', 'Compare the date and time of this machine with a clock that is right, and correct them'),
    advice('operator', `If the clock is right, tell the operator of ${network.host}`),
  ],
});
