import {LEGACY} from '../stdio/eras.ts';
import {reachOfHost} from './address.ts';
import type {Contact, Way} from './contact.ts';
import {headerOf, isSecretHeader} from './header-text.ts';
import {resolvedUrl} from './resolved-url.ts';
import {wantedHeader} from './wanted-header.ts';

/** One variation of the first request: everything else stays as it is. */
export interface TrialPlan {
  readonly what: string;
  readonly transport: 'http' | 'sse';
  readonly way: Omit<Way, 'maxMs'>;
}

type Headers = Readonly<Record<string, string>>;

/**
 * The variations that an answer makes worth trying, likeliest first. Configured headers and the query leave only for the
 * origin that they were configured for; a trial elsewhere goes without them.
 */
export const trialPlans = (contact: Contact, url: URL, headers: Headers, isTlsThere: boolean): readonly TrialPlan[] => {
  const {exchange, transport, status} = contact;
  const response = exchange.response;
  if (isTlsThere)
    return [
      plan(
        'scheme:https',
        transport,
        elsewhere(url, (at) => {
          at.protocol = 'https:';
        }),
        {},
      ),
    ];
  if (response === null || status === null) return transport === 'sse' ? [otherTransport(contact, url, headers)] : [];
  if (status === 402 || status === 407 || status === 429) return [];
  // An event stream that stays silent, or an answer that breaks off: the place is right, something else is wrong.
  const isCut = response.body.isTruncated || exchange.error.length > 0;
  if (transport === 'http' && status < 300 && (response.stream !== null || isCut)) return [];
  if (transport === 'sse' && response.stream !== null) return [otherTransport(contact, url, headers)];
  const isNonMcp = status < 300 && response.body.kind !== 'json-rpc';
  const isRouting = isNonMcp || [301, 302, 303, 307, 308, 404, 405, 410].includes(status);
  const isShape = [400, 406, 411, 415, 422, 426, 501].includes(status);
  return [
    ...redirectTarget(contact, url, headers),
    ...([401, 404, 405].includes(status) || status < 400 ? [] : withoutHeaders(contact, url, headers)),
    ...([400, 401, 403].includes(status) ? otherHeader(contact, url, headers) : []),
    ...(status === 400 && transport === 'http'
      ? [
          {
            ...plan('with-header:MCP-Protocol-Version', transport, url, headers),
            way: {url, headers, extra: {'MCP-Protocol-Version': LEGACY}},
          },
        ]
      : []),
    ...([400, 403, 421].includes(status) ? otherHosts(url, transport) : []),
    ...(isRouting || isShape || (transport === 'sse' && status !== 401) ? [otherTransport(contact, url, headers)] : []),
    ...(isRouting || status === 400 ? otherPaths(url, transport, headers) : []),
  ];
};

const plan = (what: string, transport: 'http' | 'sse', url: URL, headers: Headers): TrialPlan => ({
  what,
  transport,
  way: {url, headers},
});

const elsewhere = (url: URL, change: (at: URL) => void): URL => {
  const at = new URL(url);
  at.search = '';
  change(at);
  return at;
};

const otherTransport = (contact: Contact, url: URL, headers: Headers): TrialPlan => {
  const other = contact.transport === 'http' ? 'sse' : 'http';
  return plan(`transport:${other}`, other, url, headers);
};

/** The target of a redirect that was not followed, on the same machine only: to others nothing is sent. */
const redirectTarget = (contact: Contact, url: URL, headers: Headers): readonly TrialPlan[] => {
  const location = headerOf(contact.headers, 'location');
  const last = contact.exchange.redirects.at(-1);
  if (location === null || last === undefined || last.followed) return [];
  const to = resolvedUrl(location, url);
  if (to === null || to.hostname !== url.hostname || !/^https?:$/.test(to.protocol)) return [];
  if (url.protocol === 'https:' && to.protocol === 'http:') return [];
  return [plan('redirect', contact.transport, to, to.origin === url.origin ? headers : {})];
};

const withoutHeaders = (contact: Contact, url: URL, headers: Headers): readonly TrialPlan[] =>
  Object.keys(headers)
    .filter((name) => !isSecretHeader(name))
    .slice(0, 4)
    .map((name) =>
      plan(
        `without-header:${name}`,
        contact.transport,
        url,
        Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name)),
      ),
    );

/** The configured token under the name that the answer asks for, or out of the query into a header. */
const otherHeader = (contact: Contact, url: URL, headers: Headers): readonly TrialPlan[] => {
  const wanted = wantedHeader(contact.exchange);
  const [name, value] = Object.entries(headers).find(([key]) => isSecretHeader(key)) ?? [];
  if (wanted !== null && name !== undefined && value !== undefined) {
    const token = value.replace(/^\s*[A-Za-z]+\s+(?=\S)/, '').trim();
    const rest = Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
    const moved = wanted.toLowerCase() === 'authorization' ? `Bearer ${token}` : token;
    return [plan(`header:${wanted}`, contact.transport, url, {...rest, [wanted]: moved})];
  }
  const inQuery = [...url.searchParams].find(([key, text]) => isSecretHeader(key) && text !== '');
  if (inQuery === undefined || name !== undefined) return [];
  const at = new URL(url);
  at.searchParams.delete(inQuery[0]);
  return [plan('header:Authorization', contact.transport, at, {...headers, Authorization: `Bearer ${inQuery[1]}`})];
};

const otherHosts = (url: URL, transport: 'http' | 'sse'): readonly TrialPlan[] =>
  reachOfHost(url.hostname) !== 'loopback'
    ? []
    : ['127.0.0.1', 'localhost', '[::1]']
        .filter((host) => host !== url.hostname)
        .map((host) =>
          plan(
            `host:${host}`,
            transport,
            elsewhere(url, (at) => {
              at.hostname = host;
            }),
            {},
          ),
        );

const otherPaths = (url: URL, transport: 'http' | 'sse', headers: Headers): readonly TrialPlan[] => {
  const path = url.pathname;
  const segments = path.split('/').filter((part) => part !== '');
  const last = segments.at(-1) ?? '';
  const parent = segments
    .slice(0, -1)
    .map((part) => `/${part}`)
    .join('');
  const at = (pathname: string): URL => {
    const next = new URL(url);
    next.pathname = pathname;
    return next;
  };
  const slash =
    path === '/'
      ? []
      : path.endsWith('/')
        ? [plan('no-slash', transport, at(path.replace(/\/+$/, '')), headers)]
        : [plan('slash', transport, at(`${path}/`), headers)];
  const isNamed = /^(?:mcp|sse)$/i.test(last);
  const posts = [
    '/mcp',
    isNamed ? `${parent}/mcp` : `${path.replace(/\/+$/, '')}/mcp`,
    ...(segments.length > 1 ? [`${parent}/mcp`, `/${last}`] : []),
    path.toLowerCase(),
    ...(segments.length === 0 ? ['/api/mcp'] : ['/']),
  ];
  const gets = ['/sse', isNamed ? `${parent}/sse` : `${path.replace(/\/+$/, '')}/sse`];
  const isSse = transport === 'sse';
  // A path that wants the other transport too is a matter of the transport first.
  const tryAt = (next: string, by: 'http' | 'sse'): TrialPlan =>
    plan(`${by === transport ? '' : `transport:${by} `}path:${next}`, by, at(next), headers);
  const tries = [
    ...[...new Set(posts)].filter((next) => next !== path).map((next) => tryAt(next, 'http')),
    ...[...new Set(gets)].filter((next) => next !== path).map((next) => tryAt(next, 'sse')),
  ];
  const ordered = [
    ...tries.filter((one) => (one.transport === 'sse') === isSse),
    ...tries.filter((one) => (one.transport === 'sse') !== isSse),
  ];
  return [...slash, ...ordered];
};
