import {seen} from '../../model/evidence.ts';
import {advice} from '../facts/http-changes.ts';
import {hasWrongClock, tlsCode} from '../facts/network-reach.ts';
import {certificateLines} from '../facts/tls-certificate.ts';
import {defineFailure} from '../failure.ts';

export const ownClockWrong = defineFailure({
  id: 'own-clock-wrong',
  class: 'runtime',
  step: 'network',
  title: 'The clock of this machine is wrong',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match:
        /clock (?:is )?(?:skew|wrong|off|not in sync|ahead|behind)|(?:time|date) on (?:your|this) (?:computer|machine|system) (?:is|may be) (?:wrong|incorrect)|ERR_CERT_DATE_INVALID/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Set the date and time of this machine (switch on automatic time), then try again'],
  detect: ({network, all}) => {
    if (!hasWrongClock(network)) return null;
    const code = tlsCode(network);
    const isRefused = seen(all, 'auth')?.status === 401;
    return code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID' || isRefused
      ? (network.control.clockSkewMs ?? 0)
      : null;
  },
  explain: (skew, {network, all}) => ({
    cause: `The clock of this machine is ${Math.round(Math.abs(skew) / 60_000)} minutes ${skew > 0 ? 'behind' : 'ahead'} (it says ${new Date(all.machine.nowMs).toISOString().slice(0, 16)} UTC). Certificates and tokens of ${network.host} are judged by it and seem expired or not yet valid.`,
    confidence: 'likely',
    evidence: certificateLines(network),
  }),
  fixes: () => [
    advice('set-clock', 'Set the date and time of this machine (automatic time on), then run the check again'),
  ],
});
