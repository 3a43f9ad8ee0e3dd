import type {Exchange} from '../../model/evidence.ts';
import {statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const redirectLoop = defineFailure({
  id: 'redirect-loop',
  class: 'runtime',
  step: 'http',
  title: 'The server redirects in a circle',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match: /too many redirects|redirect (?:loop|count exceeded)|ERR_TOO_MANY_REDIRECTS|maximum redirect/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Use the final address in the URL; if every address redirects, tell the operator of the server'],
  detect: ({http}) => (http.main.bound === 'redirects' || isCircle(http.main.redirects) ? http.main.redirects : null),
  explain: (redirects, {http}) => ({
    cause: `The server redirects in a circle: ${redirects
      .slice(0, 4)
      .map((hop) => `${hop.from} → ${hop.to}`)
      .join(', ')}. It never comes to an answer.`,
    evidence: [
      statusLine(http),
      ...redirects.slice(0, 5).map((hop) => ({label: `HTTP ${hop.status}`, text: `${hop.from} → ${hop.to}`})),
    ],
  }),
  fixes: () => [
    advice(
      'operator',
      'Tell the operator of the server: its redirects lead to each other (often http and https, or with and without a slash)',
    ),
  ],
});

const isCircle = (redirects: Exchange['redirects']): boolean => {
  const from = new Set(redirects.map((hop) => hop.from));
  const last = redirects.at(-1);
  return last !== undefined && from.has(last.to);
};
