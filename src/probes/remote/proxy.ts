import {type Host, variable} from '../../model/host.ts';
import {reachOfHost} from './address.ts';

/** A proxy that the environment names for a URL. */
export interface ProxyChoice {
  readonly variable: string;
  readonly url: URL;
  /** Set, but not used for this host: NO_PROXY names it, or clients do not read the variable. */
  readonly isBypassed: boolean;
}

/**
 * The proxy for a URL by the rules that curl, undici's EnvHttpProxyAgent and the clients share: lower case before upper
 * case, NO_PROXY by host suffix and port. ALL_PROXY and SOCKS are seen, and no MCP client uses them.
 */
export const proxyFor = (host: Host, url: URL): ProxyChoice | null => {
  const wanted = url.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
  for (const name of [...wanted, 'all_proxy', 'ALL_PROXY']) {
    const value = variable(host, name)?.trim();
    if (value === undefined || value === '') continue;
    const proxy = parsedProxy(value);
    if (proxy === null) continue;
    const isUsable = /^https?:/.test(proxy.protocol) && !/^all_/i.test(name);
    return {variable: name, url: proxy, isBypassed: !isUsable || isExcepted(host, url)};
  }
  return null;
};

const parsedProxy = (value: string): URL | null => {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  return URL.canParse(text) ? new URL(text) : null;
};

const isExcepted = (host: Host, url: URL): boolean => {
  const list = variable(host, 'no_proxy') ?? variable(host, 'NO_PROXY') ?? '';
  const name = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const port = portOf(url);
  return list
    .split(/[\s,]/)
    .filter((item) => item !== '')
    .some((item) => {
      if (item === '*') return true;
      const isPlainIpv6 = item.split(':').length > 2 && !item.startsWith('[');
      const match = isPlainIpv6 ? null : (/^\[([^\]]*)\](?::(\d+))?$/.exec(item) ?? /^(.*?)(?::(\d+))?$/.exec(item));
      const suffix = (match?.[1] ?? item).toLowerCase().replace(/^\*?\./, '');
      if (match?.[2] !== undefined && Number(match[2]) !== port) return false;
      if (suffix === 'localhost' && reachOfHost(name) === 'loopback' && !/^\d|:/.test(name)) return true;
      return name === suffix || name.endsWith(`.${suffix}`);
    });
};

/** The port of a URL, the scheme's own where none is written. */
export const portOf = (url: URL): number =>
  url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);

/** The header with which a proxy's own user name and password are sent; nothing where it has none. */
export const proxyHeaders = (proxy: ProxyChoice): Readonly<Record<string, string>> => {
  if (proxy.url.username === '' && proxy.url.password === '') return {};
  const plain = `${decodeURIComponent(proxy.url.username)}:${decodeURIComponent(proxy.url.password)}`;
  return {'Proxy-Authorization': `Basic ${Buffer.from(plain).toString('base64')}`};
};
