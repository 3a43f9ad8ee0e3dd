import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import {type ProxyChoice, portOf, proxyHeaders} from './proxy.ts';

/** Response headers may take this much (Node's own default, and undici's). */
const MAX_HEADER_BYTES = 16 * 1024;

export interface RequestPlan {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly proxy: ProxyChoice | null;
  /** Which addresses may be called; checked on what the socket really connects to. */
  readonly isAllowed?: ((address: string) => boolean) | undefined;
  readonly rejectUnauthorized: boolean;
  readonly signal: AbortSignal;
}

/** A status that a proxy gave instead of a tunnel. */
export class ProxyRefusal extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`the proxy answers ${status} to CONNECT`);
    this.name = 'ProxyRefusal';
    this.status = status;
  }
}

/** A request that is ready to be written to, straight or through the proxy; its connection is used once. */
export const openRequest = async (plan: RequestPlan): Promise<http.ClientRequest> => {
  const {url, proxy} = plan;
  const isTls = url.protocol === 'https:';
  const shared = {
    method: plan.method,
    headers: plan.headers,
    maxHeaderSize: MAX_HEADER_BYTES,
    signal: plan.signal,
    setDefaultHeaders: true,
  };
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const target = {hostname, port: portOf(url), path: `${url.pathname}${url.search}`};
  if (proxy === null || proxy.isBypassed) {
    if (plan.isAllowed !== undefined && net.isIP(hostname) !== 0 && !plan.isAllowed(hostname)) throw blocked(hostname);
    const direct = {
      ...shared,
      ...target,
      agent: false,
      ...(plan.isAllowed === undefined ? {} : {lookup: guarded(plan.isAllowed)}),
    };
    return isTls ? https.request({...direct, rejectUnauthorized: plan.rejectUnauthorized}) : http.request(direct);
  }
  if (!isTls) {
    const through = {hostname: bareHost(proxy.url), port: portOf(proxy.url), path: url.href, agent: false};
    const headers = {...plan.headers, Host: url.host, ...proxyHeaders(proxy)};
    return (proxy.url.protocol === 'https:' ? https : http).request({...shared, ...through, headers});
  }
  const tunnel = await openTunnel(proxy, `${url.hostname}:${portOf(url)}`, plan.signal);
  // No word of an agent, not even that there is none: Node would take a new one, which knows nothing of the tunnel.
  return https.request({
    ...shared,
    ...target,
    createConnection: () =>
      tls.connect({
        socket: tunnel,
        ...(net.isIP(hostname) === 0 ? {servername: hostname} : {}),
        host: hostname,
        rejectUnauthorized: plan.rejectUnauthorized,
      }),
  });
};

/** A socket through the proxy. @throws ProxyRefusal when the proxy answers with another status than 2xx */
export const openTunnel = (proxy: ProxyChoice, authority: string, signal: AbortSignal): Promise<net.Socket> =>
  new Promise((resolve, reject) => {
    const request = (proxy.url.protocol === 'https:' ? https : http).request({
      method: 'CONNECT',
      hostname: bareHost(proxy.url),
      port: portOf(proxy.url),
      path: authority,
      headers: {Host: authority, ...proxyHeaders(proxy)},
      agent: false,
      maxHeaderSize: MAX_HEADER_BYTES,
      signal,
    });
    request.on('error', reject);
    request.once('connect', (response, socket: net.Socket) => {
      // Node tells every answer to CONNECT by this event, also a refusal.
      const status = response.statusCode ?? 0;
      if (status >= 200 && status < 300) return resolve(socket);
      socket.destroy();
      reject(new ProxyRefusal(status));
    });
    request.end();
  });

const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

const blocked = (address: string): Error =>
  Object.assign(new Error(`${address} is not a public address, and a server must not send us there`), {
    code: 'EBLOCKED',
    address,
  });

/** A look-up that refuses a name when one of its addresses may not be called; the socket then uses just these. */
const guarded =
  (isAllowed: (address: string) => boolean): net.LookupFunction =>
  (hostname, options, callback) => {
    dns.lookup(hostname, {...options, all: true}, (error, addresses) => {
      if (error !== null) return callback(error, '', 0);
      const bad = addresses.find(({address}) => !isAllowed(address));
      if (bad !== undefined) return callback(blocked(bad.address), '', 0);
      if (options.all === true) return callback(null, addresses);
      const first = addresses[0];
      return first === undefined ? callback(blocked(hostname), '', 0) : callback(null, first.address, first.family);
    });
  };
