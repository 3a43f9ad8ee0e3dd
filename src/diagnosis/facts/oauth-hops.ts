import type {AuthEvidence, OAuthHop} from '../../model/evidence.ts';
import type {EvidenceLine, Fix} from '../../model/finding.ts';
import {advice} from './http-changes.ts';

/** The first hop that failed, when it is this one with one of these problems (any problem where none is named). */
export const brokenHop = (
  auth: AuthEvidence,
  name: OAuthHop['hop'],
  problems: readonly string[] = [],
): OAuthHop | null => {
  const first = auth.hops.find((hop) => hop.outcome === 'failed');
  if (first === undefined || first.hop !== name) return null;
  return problems.length === 0 || (first.problem !== null && problems.includes(first.problem)) ? first : null;
};

/** What was asked and answered at each hop, in order. */
export const hopLines = (auth: AuthEvidence, broken: OAuthHop): readonly EvidenceLine[] =>
  auth.hops
    .filter((hop) => hop.outcome !== 'skipped')
    .map((hop) => ({
      label: hop.hop.replace('-', ' '),
      text: `${hop.asked === null ? '' : `${hop.asked} → `}${hop.status === null ? '' : `HTTP ${hop.status}: `}${hop.seen}`,
      ...(hop === broken ? {deciding: hop.seen} : {}),
    }));

/** A public field of the document that a hop found, as one text. */
export const foundText = (hop: OAuthHop | undefined, field: string): string | null => {
  const value = hop?.found[field];
  if (value === undefined) return null;
  return typeof value === 'string' ? value : value.join(', ');
};

/** Sign-in fails for reasons on the server's side; where the server also takes a fixed token, that is the way round. */
export const staticTokenFix: Fix = advice(
  'use-token',
  'Put an access token of this service into headers.Authorization ("Bearer …"), if it offers one: then no sign-in is needed',
);
