import {type AuthEvidence, type EntryEvidence, type Evidence, type HttpEvidence, seen} from '../../model/evidence.ts';
import type {EvidenceLine} from '../../model/finding.ts';
import type {ValueShape} from '../../model/value-shape.ts';
import {tokenKey} from './http-changes.ts';

/** The shape of the credential that was sent: never its value. */
export const credentialOf = (all: Evidence, auth: AuthEvidence): ValueShape | null => {
  const entry = seen(all, 'entry');
  if (entry === undefined) return null;
  const name = auth.presentedIn ?? 'Authorization';
  return headerValue(entry, name);
};

export const headerValue = (entry: EntryEvidence, name: string): ValueShape | null =>
  entry.values.find(
    (value) =>
      (/^authorization$/i.test(name) && value.path.length === 1 && value.path[0] === tokenKey(entry)) ||
      (value.path.length === 2 &&
        value.path[0] === (entry.rules.fields.headers ?? 'headers') &&
        String(value.path[1]).toLowerCase() === name.toLowerCase()),
  ) ?? null;

/** Some credential went along with the request, in whatever header. */
export const wasPresented = (auth: AuthEvidence): boolean => auth.presentedIn !== null;

/** The server's words about the refusal, best first; '' where it says nothing. */
export const refusalWords = (auth: AuthEvidence): string =>
  [
    // Body and challenge often say the same word: it is told once.
    ...new Set(
      [
        auth.challenge?.params['error_description'],
        auth.bodyMessage,
        auth.bodyError,
        auth.challenge?.params['error'],
      ].filter((words): words is string => words !== undefined && words !== null && words !== ''),
    ),
  ].join(' · ');

/** Lines that every refusal is shown with: status, challenge, the server's words. */
export const refusalLines = (auth: AuthEvidence, http?: HttpEvidence): readonly EvidenceLine[] => {
  const request = http === undefined ? '' : `${http.main.request.method} ${http.main.request.url} → `;
  const lines: EvidenceLine[] = [];
  if (auth.status !== null)
    lines.push({label: 'answer', text: `${request}HTTP ${auth.status}`, deciding: `HTTP ${auth.status}`});
  if (auth.wwwAuthenticate !== null)
    lines.push({label: 'challenge', text: `WWW-Authenticate: ${auth.wwwAuthenticate}`});
  const words = refusalWords(auth);
  if (words !== '') lines.push({label: 'server says', text: words, deciding: words});
  return lines;
};

/**
 * The walk along the sign-in chain went well as far as a client needs it. A missing challenge is no obstacle, and older
 * servers have no resource metadata; one that names a document which is not there is broken.
 */
export const canSignIn = (auth: AuthEvidence): boolean => {
  const namesDocument = auth.challenge?.params['resource_metadata'] !== undefined;
  const failed = auth.hops.filter((hop) => hop.outcome === 'failed' && hop.hop !== 'challenge');
  const serious = failed.filter(
    (hop) => hop.hop !== 'resource-metadata' || namesDocument || hop.problem !== 'not-found',
  );
  return auth.hops.some((hop) => hop.hop === 'authorization-server' && hop.outcome === 'ok') && serious.length === 0;
};

export const isoDate = (seconds: number): string => {
  const ms = seconds * 1000;
  return Math.abs(ms) > 8.64e15
    ? `the second ${seconds} since 1970`
    : `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
};
