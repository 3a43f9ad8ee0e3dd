import {headerOf} from './header-text.ts';
import {makeHop} from './hop.ts';
import {type Line, slice} from './line.ts';

/**
 * How far the server's clock is ahead of ours, by the `Date` of its answer (RFC 9110, 6.6.1), in milliseconds; null where
 * it does not say. For certificates that seem to be out of date: the one asked is not trusted, so it gets a `HEAD /` with
 * no header of the entry, no path and no query, and its word decides only between two sentences.
 */
export const clockSkew = async (line: Line, url: URL): Promise<number | null> => {
  const hop = await makeHop({
    method: 'HEAD',
    url: new URL('/', url.origin),
    headers: {},
    proxy: line.proxyFor(url),
    rejectUnauthorized: false,
    body: null,
    maxMs: slice(line, 3000, 0.5),
    signal: line.signal,
    redactor: line.redactor,
    now: line.host.now,
  });
  const date = Date.parse(headerOf(hop.headers, 'date') ?? '');
  return Number.isNaN(date) ? null : date - line.host.now();
};
