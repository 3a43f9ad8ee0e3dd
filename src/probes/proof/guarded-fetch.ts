import type {Host} from '../../model/host.ts';
import {LIMITS} from '../remote/hop.ts';
import {proxyFor} from '../remote/proxy.ts';

type Fetch = (input: string | URL, init?: RequestInit) => Promise<Response>;

/**
 * A `fetch` for the SDK's transports that follows no redirect by itself (the SDK goes on only within the origin), lets
 * through no more than 4 MB of one body, uses the proxy of the environment, and ends with the signal.
 */
export const guardedFetch =
  (host: Host, signal: AbortSignal): Fetch =>
  async (input, init = {}) => {
    const url = new URL(input);
    const both = init.signal === undefined || init.signal === null ? signal : AbortSignal.any([signal, init.signal]);
    const guarded: RequestInit = {...init, redirect: 'manual', signal: both};
    const proxy = proxyFor(host, url);
    const response =
      proxy === null || proxy.isBypassed ? await fetch(url, guarded) : await fetchThrough(proxy.url, url, guarded);
    return response.body === null ? response : metered(response, response.body);
  };

/** Node's own fetch knows no proxy before Node 24; undici's does, and is loaded only where one is named. */
const fetchThrough = async (proxy: URL, url: URL, init: RequestInit): Promise<Response> => {
  const {ProxyAgent, fetch: fetchBy} = await import('undici');
  const answer = await fetchBy(url, {
    method: init.method ?? 'GET',
    headers: [...new Headers(init.headers)],
    body: typeof init.body === 'string' ? init.body : null,
    redirect: 'manual',
    signal: init.signal ?? null,
    // A plain http URL is asked of the proxy itself; only https needs a tunnel.
    dispatcher: new ProxyAgent({uri: proxy.href, proxyTunnel: url.protocol === 'https:'}),
  });
  const {status, statusText} = answer;
  return new Response(answer.body, {status, statusText, headers: [...answer.headers]});
};

const metered = (response: Response, body: NonNullable<Response['body']>): Response => {
  let bytes = 0;
  const meter = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      bytes += chunk.byteLength;
      if (bytes <= LIMITS.bodyBytes) controller.enqueue(chunk);
      else controller.error(new Error(`the body is larger than ${LIMITS.bodyBytes} bytes`));
    },
  });
  const {status, statusText, headers} = response;
  return new Response(body.pipeThrough(meter), {status, statusText, headers});
};
