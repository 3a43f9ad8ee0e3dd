import type {OAuthHop} from '../../model/evidence.ts';
import type {Json} from '../../model/json.ts';
import {printableLine} from '../../model/printable.ts';
import type {Line} from './line.ts';
import type {Whereabouts} from './named-url.ts';
import {type Fetched, fetchDocument, publicFields, resourceMetadataUrls, texts} from './oauth-documents.ts';
import {resolvedUrl} from './resolved-url.ts';

interface ResourceFound {
  readonly hops: readonly OAuthHop[];
  /** Issuers that the document names; the server's own origin where there is no document (revision 2025-03-26). */
  readonly issuers: readonly string[];
  readonly scopes: readonly string[];
  readonly hasDocument: boolean;
}

/** Looks for the protected-resource metadata: where the challenge says, else at the two well-known places. */
export const findResource = async (
  line: Line,
  url: URL,
  own: Whereabouts,
  named: string | undefined,
): Promise<ResourceFound> => {
  const clean = (text: string): string => printableLine(line.redactor.text(text)).slice(0, 600);
  const fallback = {issuers: [url.origin], scopes: [], hasDocument: false};
  const place = named === undefined ? null : resolvedUrl(named, url);
  if (named !== undefined && place === null) {
    const seen = `the challenge names "${clean(named)}", which is no URL`;
    return {...fallback, hops: [hop(null, null, 'failed', seen, 'not-found')]};
  }
  const places = place === null ? resourceMetadataUrls(url) : [place];
  const hops: OAuthHop[] = [];
  for (const [index, each] of places.entries()) {
    const asked = clean(each.href);
    const fetched = await fetchDocument(line, url, own, each);
    if (fetched.document === null) {
      const isLast = index === places.length - 1;
      const seen = `${named !== undefined && !URL.canParse(named) ? `the challenge names resource_metadata as "${clean(named)}", which is relative: it has to be a full URL (https://…), and clients pass a relative one by; ` : ''}protected-resource metadata: ${fetched.seen}${isLast ? '' : '; the next place is asked'}`;
      hops.push(hop(asked, fetched.status, isLast ? 'failed' : 'skipped', seen, isLast ? fetched.problem : null));
      continue;
    }
    hops.push(judge(line, url, asked, fetched, fetched.document));
    const issuers = texts(fetched.document['authorization_servers']);
    return {
      hops,
      issuers: issuers.length === 0 ? [url.origin] : issuers,
      scopes: texts(fetched.document['scopes_supported']),
      hasDocument: true,
    };
  }
  return {...fallback, hops};
};

const judge = (
  line: Line,
  url: URL,
  asked: string,
  fetched: Fetched,
  document: {readonly [key: string]: Json},
): OAuthHop => {
  const clean = (text: string): string => printableLine(line.redactor.text(text)).slice(0, 600);
  const found = publicFields(line, document, [
    'resource',
    'authorization_servers',
    'scopes_supported',
    'bearer_methods_supported',
  ]);
  const {resource} = document;
  const [problem, seen] =
    typeof resource !== 'string'
      ? ['resource-missing', 'the protected-resource metadata names no resource']
      : !isResourceOf(resource, url)
        ? ['resource-mismatch', `the metadata is for ${clean(resource)}, not for ${clean(bare(url))}`]
        : texts(document['authorization_servers']).length === 0
          ? ['no-authorization-servers', serversWords(document['authorization_servers'])]
          : [null, `the protected-resource metadata is for ${clean(resource)}`];
  return {...hop(asked, fetched.status, problem === null ? 'ok' : 'failed', seen, problem), found};
};

/** Clients take a resource with the same origin whose path is the URL's path or above it (both SDKs). */
const isResourceOf = (resource: string, url: URL): boolean => {
  if (!URL.canParse(resource)) return false;
  const named = new URL(resource);
  const slashed = (path: string): string => (path.endsWith('/') ? path : `${path}/`);
  return named.origin === url.origin && slashed(url.pathname).startsWith(slashed(named.pathname));
};

const serversWords = (value: Json | undefined): string =>
  typeof value === 'string'
    ? 'its "authorization_servers" is one text, and it has to be a list of addresses (["https://…"]), so it names no authorization server'
    : `its "authorization_servers" is ${value === undefined ? 'missing' : 'no list with an address in it'}: it names no authorization server`;

const bare = (url: URL): string => `${url.origin}${url.pathname}`;

const hop = (
  asked: string | null,
  status: number | null,
  outcome: OAuthHop['outcome'],
  seen: string,
  problem: string | null,
): OAuthHop => ({hop: 'resource-metadata', asked, status, outcome, seen, problem, found: {}});
