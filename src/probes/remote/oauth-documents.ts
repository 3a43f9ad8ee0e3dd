import type {Exchange, OAuthHop} from '../../model/evidence.ts';
import {isRecord, type Json} from '../../model/json.ts';
import {printableLine} from '../../model/printable.ts';
import {LEGACY} from '../stdio/eras.ts';
import {parseJson} from './body-kind.ts';
import {ask} from './exchange.ts';
import {type Line, slice} from './line.ts';
import {mayAsk, type Whereabouts} from './named-url.ts';

/** A metadata document, or the word for why there is none. */
export interface Fetched {
  readonly status: number | null;
  readonly document: {readonly [key: string]: Json} | null;
  readonly problem: string | null;
  /** In words: what was answered. */
  readonly seen: string;
  readonly exchange: Exchange | null;
}

const DOCUMENT_MS = 4000;

/** Asks for one public metadata document, without any configured header. */
export const fetchDocument = async (line: Line, configured: URL, own: Whereabouts, url: URL): Promise<Fetched> => {
  const permission = mayAsk(configured, own, url);
  if (!permission.isAllowed) {
    return {status: null, document: null, problem: permission.problem, seen: permission.why, exchange: null};
  }
  const answer = await ask(line, {
    purpose: 'metadata',
    method: 'GET',
    url,
    own: {Accept: 'application/json', 'MCP-Protocol-Version': LEGACY, 'User-Agent': `mcp-fix/${line.host.version}`},
    secret: {},
    maxMs: slice(line, DOCUMENT_MS, 0.4),
    ...(permission.check === undefined ? {} : {isAllowed: permission.check}),
  });
  const {status, exchange} = answer;
  const miss = (problem: string, seen: string): Fetched => ({status, document: null, problem, seen, exchange});
  if (status === null) {
    const cause = exchange.error.at(-1)?.message ?? `no answer within the time (${exchange.bound ?? 'limit'})`;
    const isBlocked = exchange.error.some(({code}) => code === 'EBLOCKED');
    return miss(isBlocked ? 'private-address' : 'unreachable', cause);
  }
  if (status >= 500) return miss('server-error', `it answers ${status}`);
  if (status >= 300) return miss('not-found', `it answers ${status}`);
  const value = parseJson(answer.text);
  if (!isRecord(value))
    return miss(
      'not-json',
      `it answers ${status} with ${exchange.response?.body.kind ?? 'no body'}, not a JSON object`,
    );
  return {status, document: value, problem: null, seen: `it answers ${status}`, exchange};
};

/** RFC 9728, 3.1: the well-known name goes between host and path; then the one of the whole host. */
export const resourceMetadataUrls = (url: URL): readonly URL[] => {
  const path = url.pathname.replace(/\/$/, '');
  const name = '/.well-known/oauth-protected-resource';
  return [...new Set([`${name}${path}${url.search}`, name])].map((each) => new URL(each, url.origin));
};

/** The order of the specification: RFC 8414 with the path inside, OpenID Connect inside, OpenID Connect after the path. */
export const serverMetadataUrls = (issuer: URL): readonly URL[] => {
  const path = issuer.pathname.replace(/\/$/, '');
  const oauth = '/.well-known/oauth-authorization-server';
  const openid = '/.well-known/openid-configuration';
  const paths = path === '' ? [oauth, openid] : [`${oauth}${path}`, `${openid}${path}`, `${path}${openid}`];
  return paths.map((each) => new URL(each, issuer.origin));
};

const MOST_ITEMS = 40;

/** The public fields of a document that the chain depends on, redacted and printable. */
export const publicFields = (
  line: Line,
  document: {readonly [key: string]: Json},
  names: readonly string[],
): OAuthHop['found'] => {
  const clean = (text: string): string => printableLine(line.redactor.text(text)).slice(0, 300);
  return Object.fromEntries(
    names.flatMap((name): [string, string | readonly string[]][] => {
      const value = document[name];
      if (typeof value === 'string') return [[name, clean(value)]];
      if (typeof value === 'boolean') return [[name, String(value)]];
      return Array.isArray(value) ? [[name, texts(value).slice(0, MOST_ITEMS).map(clean)]] : [];
    }),
  );
};

/** The strings of a list; nothing where it is none. */
export const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
