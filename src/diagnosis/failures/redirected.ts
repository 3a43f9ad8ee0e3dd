import type {Exchange} from '../../model/evidence.ts';
import {isWorking, statusLine} from '../facts/http-answer.ts';
import {urlFix} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const redirected = defineFailure({
  id: 'redirected',
  class: 'config',
  step: 'http',
  title: 'The address has moved',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /\b30[12378]\b (?:moved|found|see other|temporary redirect|permanent redirect)|moved permanently|unexpected redirect|redirected to https?:/i,
      confidence: 'likely',
    },
  ],
  remedies: ['Set "url" to the address that the redirect names'],
  detect: ({http, all}) => {
    const last = http.main.redirects.at(-1);
    if (last === undefined || isWorking(all)) return null;
    const status = http.main.response?.status ?? 0;
    const lostHeader = !last.isSameOrigin && last.followed && status === 401;
    return !last.followed || lostHeader ? last : null;
  },
  explain: (hop, {http}) => ({
    cause: `${hop.from} has moved: HTTP ${hop.status} leads to ${hop.to}. ${whyItFails(hop)}`,
    evidence: [
      statusLine(http),
      {label: 'redirect', text: `HTTP ${hop.status}: ${hop.from} → ${hop.to}`, deciding: hop.to},
    ],
  }),
  fixes: (hop, {http, all}) => [
    urlFix(
      all,
      http.exchanges[0]?.request.url ?? http.main.request.url,
      hop.to,
      `The server answers at this address (HTTP ${hop.status}).`,
    ),
  ],
});

const whyItFails = (hop: Exchange['redirects'][number]): string => {
  if (/^https:/i.test(hop.from) && /^http:/i.test(hop.to)) return 'Clients do not follow from https to http.';
  if (!hop.isSameOrigin) return 'That is another host, and clients send no credentials there on their own.';
  if (hop.status < 304)
    return 'On the way the POST becomes a GET and loses its message, so the redirect itself does not work for MCP.';
  return hop.why === null ? 'Clients do not follow it.' : `Clients do not follow it: ${hop.why}.`;
};
