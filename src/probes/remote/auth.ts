import type {AuthEvidence, Exchange, OAuthHop} from '../../model/evidence.ts';
import {isRecord, type Json} from '../../model/json.ts';
import {printable, printableLine} from '../../model/printable.ts';
import type {ServerEntry} from '../../model/server.ts';
import {parseJson} from './body-kind.ts';
import {mainChallenge, parseChallenges} from './challenge.ts';
import {headerOf, isSecretHeader} from './header-text.ts';
import type {Line} from './line.ts';
import type {Whereabouts} from './named-url.ts';
import {findResource} from './oauth-resource.ts';
import {findServer, judgeServer} from './oauth-server.ts';
import {wantedHeader} from './wanted-header.ts';

/** The exchange in which authentication was asked for: 401, 403, or any refusal with a challenge. */
export const askedForAuth = (exchanges: readonly Exchange[]): Exchange | null =>
  exchanges.find(({response}) => {
    if (response === null) return false;
    if (response.status === 401 || response.status === 403) return true;
    return response.status === 400 && headerOf(response.headers, 'www-authenticate') !== null;
  }) ?? null;

/**
 * What the refusal says, and the sign-in chain hop by hop in the order of the specification. Nobody is signed in, nothing
 * is registered, no browser is opened; only public documents are read.
 */
export const lookAtAuth = async (
  line: Line,
  options: {
    readonly exchange: Exchange;
    readonly url: URL;
    readonly own: Whereabouts;
    readonly headers: Readonly<Record<string, string>>;
    readonly entry: ServerEntry;
  },
): Promise<AuthEvidence> => {
  const {exchange, url, headers, entry} = options;
  const response = exchange.response;
  const written = response === null ? null : headerOf(response.headers, 'www-authenticate');
  const challenge = written === null ? null : mainChallenge(parseChallenges(written));
  const words = wordsOf(response?.body.text ?? '', response?.body.title ?? null);
  const clean = (text: string): string => printable(line.redactor.text(text)).slice(0, 1000);
  const base: AuthEvidence = {
    status: response?.status ?? null,
    wwwAuthenticate: written === null ? null : printableLine(written),
    challenge: challenge === null ? null : {scheme: challenge.scheme, params: challenge.params},
    bodyError: words.error === null ? null : clean(words.error),
    bodyMessage: words.message === null ? null : clean(words.message),
    presentedIn: presentedIn(url, headers),
    wantedHeader: wantedHeader(exchange),
    requiredScopes: (challenge?.params['scope'] ?? '').split(/\s+/).filter((scope) => scope !== ''),
    hops: [],
  };
  const first = challengeHop(base, exchange.request.url);
  const isSignIn = base.status === 401 || challenge?.params['resource_metadata'] !== undefined;
  if (!isSignIn) return {...base, hops: [first]};
  return {...base, ...(await walk(line, {...options, first, base, clientId: clientIdOf(entry.raw)}))};
};

const walk = async (
  line: Line,
  options: {
    readonly url: URL;
    readonly own: Whereabouts;
    readonly first: OAuthHop;
    readonly base: AuthEvidence;
    readonly clientId: string | null;
  },
): Promise<Pick<AuthEvidence, 'hops' | 'requiredScopes'>> => {
  const {url, own, first, base} = options;
  const resource = await findResource(line, url, own, base.challenge?.params['resource_metadata']);
  const issuer = resource.issuers[0] ?? url.origin;
  const server = await findServer(line, url, own, issuer);
  const requiredScopes = base.requiredScopes.length > 0 ? base.requiredScopes : resource.scopes;
  const hops = [first, ...resource.hops, ...server.hops];
  if (server.document === null) {
    const offersNone = base.challenge?.params['resource_metadata'] === undefined && !resource.hasDocument;
    return {hops: offersNone ? hops.map(withoutBlame) : hops, requiredScopes};
  }
  return {
    hops: [...hops, ...judgeServer(line, server.document, options.clientId), scopesHop(requiredScopes), TOKEN_HOP],
    requiredScopes,
  };
};

/** A server that names no sign-in and has no document of one takes fixed tokens: a missing document is no fault then. */
const withoutBlame = (hop: OAuthHop): OAuthHop =>
  hop.hop !== 'challenge' && hop.problem === 'not-found'
    ? {...hop, outcome: 'skipped', seen: `${hop.seen}; the server offers no sign-in`}
    : hop;

const challengeHop = (base: AuthEvidence, asked: string): OAuthHop => {
  const {challenge, status} = base;
  const isThere = challenge !== null;
  return {
    hop: 'challenge',
    asked,
    status,
    outcome: isThere ? 'ok' : 'failed',
    seen: isThere
      ? `the server answers ${status} and asks for ${challenge.scheme}`
      : `the server answers ${status} without WWW-Authenticate`,
    problem: isThere ? null : 'no-challenge',
    found: challenge?.params ?? {},
  };
};

const scopesHop = (scopes: readonly string[]): OAuthHop => ({
  hop: 'scopes',
  asked: null,
  status: null,
  outcome: scopes.length > 0 ? 'ok' : 'skipped',
  seen:
    scopes.length > 0 ? `asked for: ${scopes.map((scope) => printableLine(scope)).join(' ')}` : 'no scopes are named',
  problem: null,
  found: {scopes},
});

const TOKEN_HOP: OAuthHop = {
  hop: 'token',
  asked: null,
  status: null,
  outcome: 'skipped',
  seen: 'nobody is signed in here, so no token was asked for',
  problem: null,
  found: {},
};

/** The header (or 'url', for the query) in which a credential goes out. */
const presentedIn = (url: URL, headers: Readonly<Record<string, string>>): string | null => {
  const name = Object.entries(headers).find(([key, value]) => isSecretHeader(key) && value.trim() !== '')?.[0];
  if (name !== undefined) return printableLine(name);
  return [...url.searchParams].some(([key, value]) => isSecretHeader(key) && value !== '') ? 'url' : null;
};

const wordsOf = (
  text: string,
  title: string | null,
): {readonly error: string | null; readonly message: string | null} => {
  const value = parseJson(text);
  if (!isRecord(value)) return {error: null, message: title ?? (text.trim() === '' ? null : text.trim().slice(0, 500))};
  const inner = isRecord(value['error']) ? value['error'] : isRecord(value['detail']) ? value['detail'] : {};
  const word = (...candidates: readonly (Json | undefined)[]): string | null =>
    candidates.flatMap((one) => (typeof one === 'string' ? one : typeof one === 'number' ? String(one) : []))[0] ??
    null;
  return {
    error: word(value['error'], inner['type'], inner['error'], inner['code'], value['code']),
    message: word(
      value['error_description'],
      value['message'],
      inner['message'],
      value['detail'],
      value['title'],
      inner['detail'],
    ),
  };
};

/** A client id that the entry brings along, under the names that clients use for it. */
const clientIdOf = (raw: Json): string | null => {
  if (!isRecord(raw)) return null;
  for (const holder of [raw, raw['oauth'], raw['auth'], raw['authorization']]) {
    if (!isRecord(holder)) continue;
    for (const key of ['clientId', 'client_id', 'CLIENT_ID', 'oauth_client_id']) {
      const value = holder[key];
      if (typeof value === 'string' && value !== '') return value;
    }
  }
  return null;
};
