import {seen} from '../../model/evidence.ts';
import {advice} from '../facts/http-changes.ts';
import {hasWrongClock, isClockToBlame, tlsCode} from '../facts/network-reach.ts';
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
      match: /RequestTimeTooSkewed|[Cc]lock skew|difference between the request time and the current time/,
      confidence: 'certain',
    },

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
    const isDated = code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID';
    return isRefused || (isDated && isClockToBlame(network, all.machine.nowMs))
      ? (network.control.clockSkewMs ?? 0)
      : null;
  },
  explain: (skew, {network, all}) => ({
    cause: `The clock of this machine is ${spanOf(skew)} ${skew > 0 ? 'behind' : 'ahead'}, compared with the server's (it says ${new Date(all.machine.nowMs).toISOString().slice(0, 16)} UTC). Certificates and tokens of ${network.host} are judged by it and seem expired or not yet valid.`,
    confidence: 'likely',
    evidence: certificateLines(network),
  }),
  fixes: () => [
    advice('set-clock', 'Set the date and time of this machine (automatic time on), then run the check again'),
  ],
});

const UNITS = [
  ['year', 365 * 24 * 60],
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

/** '10 years', '1 day', '7 minutes': the largest unit that fits. */
const spanOf = (ms: number): string => {
  const minutes = Math.abs(ms) / 60_000;
  const [unit, size] = UNITS.find(([, one]) => minutes >= one) ?? ['minute', 1];
  const count = Math.round(minutes / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};
