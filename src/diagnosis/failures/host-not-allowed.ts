import {bodyLine, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice, urlFix} from '../facts/http-changes.ts';
import {isHostRefusal} from '../facts/http-guard.ts';
import {subjectOf, workedTrial} from '../facts/http-trials.ts';
import {defineFailure} from '../failure.ts';

export const hostNotAllowed = defineFailure({
  id: 'host-not-allowed',
  class: 'config',
  step: 'http',
  title: 'The server refuses the host name of the URL',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /invalid host(?: header)?\b|host (?:header )?(?:not allowed|is not allowed|validation failed)|421 Misdirected|misdirected request|DisallowedHost|Blocked request\. This host/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Use http://127.0.0.1:<port> in the URL if the server is local',
    'Allow the host at the server: FASTMCP_HTTP_ALLOWED_HOSTS, transport_security.allowed_hosts, allowedHosts (a browser client also needs allowedOrigins; or use a non-browser client or proxy)',
  ],
  detect: ({http, all}) => {
    if (isWorking(all)) return null;
    const answer = http.main.response;
    const trial = workedTrial(http, 'host:');
    if (answer === null || (trial === null && !isHostRefusal(answer))) return null;
    return {trial, host: hostOf(http.main.request.url)};
  },
  explain: ({trial, host}, {http}) => ({
    cause: `The server refuses the host name "${host}" in the request (HTTP ${http.main.response?.status}${quoted(messageOf(http.main.response))}): a guard against DNS rebinding takes only host names that it knows.${trial === null ? '' : ` With ${subjectOf(trial)} the same request works.`}`,
    evidence: [
      statusLine(http),
      ...bodyLine(http.main.response),
      ...(trial === null ? [] : [{label: 'works', text: trial.url, deciding: subjectOf(trial)}]),
    ],
  }),
  fixes: ({trial, host}, {http, all}) => [
    ...(trial === null ? [] : [urlFix(all, http.main.request.url, trial.url, 'The server accepts this host name.')]),
    advice(
      'allow-host',
      `Allow the host "${host}" at the server (allowed hosts, e.g. FASTMCP_HTTP_ALLOWED_HOSTS or transport_security.allowed_hosts)`,
    ),
    ...(trial === null
      ? [advice('loopback', 'If the server runs on this machine, call it as http://127.0.0.1:PORT')]
      : []),
  ],
});

const hostOf = (url: string): string => /^[a-z]+:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/?#]*)/i.exec(url)?.[1] ?? url;
