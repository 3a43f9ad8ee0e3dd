import type {ErrorLink, NetworkEvidence} from '../../model/evidence.ts';
import {seen} from '../../model/evidence.ts';
import {advice} from '../facts/http-changes.ts';
import {errorLine} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const ownLimitReached = defineFailure({
  id: 'own-limit-reached',
  class: 'runtime',
  step: 'network',
  title: 'This machine has used up a limit of its own',
  severity: 'error',
  waitingHelps: true,
  needs: ['network'],
  signatures: [
    {match: /\bfork\b[^\n]{0,20}: Resource temporarily unavailable/, confidence: 'certain'},

    {
      match: /\b(?:connect|socket|getaddrinfo)\b.{0,30}\b(?:EMFILE|ENFILE|ENOBUFS)\b|connect EADDRNOTAVAIL \d+\./i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Close programs that hold many files or connections, or raise the limit (ulimit -n 10240)',
    'Wait a minute: closed connections give their ports back',
  ],
  detect: ({network, all}) => {
    const links = [...linksOf(network), ...(seen(all, 'http')?.main.error ?? [])];
    return links.find(({code}) => code !== null && code in LIMITS) ?? null;
  },
  explain: (link, {network}) => ({
    cause: `No connection to ${network.host} could be opened, because on this machine ${LIMITS[link.code ?? ''] ?? 'a limit is reached'} (${link.code}). That says nothing about the server.`,
    evidence: [errorLine('connection', link)],
  }),
  fixes: (link) => [
    link.code === 'EADDRNOTAVAIL'
      ? advice(
          'wait',
          'Wait a minute until closed connections give their ports back, or close the program that opens so many',
        )
      : advice(
          'raise',
          'Raise the limit of open files in the shell that starts the client (ulimit -n 10240), or close programs',
        ),
    advice('again', 'Then run the check again'),
  ],
});

/** Errors of socket(2) and connect(2) that name the caller's own lack. */
const LIMITS: Readonly<Record<string, string>> = {
  EMFILE: 'a program may not open any more files',
  ENFILE: 'the whole system may not open any more files',
  ENOBUFS: 'the system has no room left for sockets',
  ENOMEM: 'the memory is used up',
  EADDRNOTAVAIL: 'no port of its own is left for a new connection',
};

/** EADDRNOTAVAIL to an IPv6 address means that there is no IPv6 here, which is another story. */
const linksOf = ({dns, tcp, tls}: NetworkEvidence): readonly ErrorLink[] =>
  [
    dns?.error ?? null,
    ...tcp.flatMap(({error, family}) => (error?.code === 'EADDRNOTAVAIL' && family === 6 ? [] : [error])),
    tls?.error ?? null,
  ].filter((link): link is ErrorLink => link !== null);
