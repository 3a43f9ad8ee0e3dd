import type {AuthEvidence, Evidence, OAuthHop} from '../../model/evidence.ts';
import type {EvidenceLine, Fix} from '../../model/finding.ts';
import {askTokenFix} from './auth-fixes.ts';

/**
 * The first hop that failed, when it is this one with one of these problems (any problem where none is named). A
 * missing challenge is no failure of the chain, nor is missing resource metadata that nobody named while the
 * authorization server is found; with a credential in the request, the chain is not what matters.
 */
export const brokenHop = (
  auth: AuthEvidence,
  name: OAuthHop['hop'],
  problems: readonly string[] = [],
): OAuthHop | null => {
  if (auth.presentedIn !== null) return null;
  const isOptional =
    auth.challenge?.params['resource_metadata'] === undefined &&
    auth.hops.some((hop) => hop.hop === 'authorization-server' && hop.outcome === 'ok');
  const first = auth.hops.find(
    (hop) =>
      hop.outcome === 'failed' &&
      hop.hop !== 'challenge' &&
      !(isOptional && hop.hop === 'resource-metadata' && hop.problem === 'not-found'),
  );
  if (first === undefined || first.hop !== name) return null;
  return problems.length === 0 || (first.problem !== null && problems.includes(first.problem)) ? first : null;
};

/** What was asked and answered at each hop, in order. */
export const hopLines = (auth: AuthEvidence, broken: OAuthHop): readonly EvidenceLine[] =>
  auth.hops
    .filter((hop) => hop.outcome !== 'skipped' || hop.status !== null)
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

/** Sign-in fails for reasons on the server's side; where the service gives out tokens, one in a header is the way round. */
export const tokenInstead = (all: Evidence): Fix => {
  const fix = askTokenFix(all, null);
  return {...fix, title: `${fix.title} (if the service gives out tokens: then no sign-in is needed)`};
};
