import {advice, urlFix} from '../facts/http-changes.ts';
import {errorLine, isClosed, isProxied, target, urlAt} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const wrongLoopbackFamily = defineFailure({
  id: 'wrong-loopback-family',
  class: 'config',
  step: 'network',
  title: 'The server listens on the other loopback address',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {match: /ECONNREFUSED ::1:\d+/i, confidence: 'likely'},
    {
      match: /listens? only on \[?::\]?|only (?:listens|listening|bound) on (?:IPv[46]|::1|127\.0\.0\.1)/i,
      confidence: 'likely',
    },
  ],
  remedies: ['Use http://[::1]:<port> or http://127.0.0.1:<port> (or localhost), whichever the server listens on'],
  detect: ({network}) => {
    if (!isClosed(network) || isProxied(network)) return null;
    const open = network.openAt[0];
    const url = open === undefined ? null : urlAt(network.url, {host: open});
    return open === undefined || url === null ? null : {open, url};
  },
  explain: ({open, url}, {network}) => ({
    cause: `${target(network)} refuses the connection, but the same port is open at ${open}${open.includes(':') ? ' (IPv6)' : ' (IPv4)'}: the server listens on that loopback address only. ${url} would reach it.`,
    evidence: network.tcp
      .flatMap((attempt) => (attempt.error === null ? [] : [errorLine(attempt.address, attempt.error)]))
      .concat([{label: 'open at', text: `${open}, port ${network.port}`, deciding: open}]),
  }),
  fixes: ({url, open}, {network, all}) => [
    urlFix(all, network.url, url, `The server listens on ${open} only.`),
    advice('listen', `Make the server listen on ${network.host} too (its HOST or --host setting)`),
  ],
});
