import net from 'node:net';

export type Reach = 'loopback' | 'private' | 'public' | 'unknown';

const blocks = (rows: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[]): net.BlockList => {
  const list = new net.BlockList();
  for (const [address, prefix, family] of rows) list.addSubnet(address, prefix, family);
  return list;
};

const LOOPBACK = blocks([
  ['127.0.0.0', 8, 'ipv4'],
  ['0.0.0.0', 32, 'ipv4'],
  ['::1', 128, 'ipv6'],
  ['::', 128, 'ipv6'],
]);

/** Everything that the IANA special-purpose registries keep off the public internet. */
const PRIVATE = blocks([
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]);

/** RFC 6052: an IPv4 address behind the translator of a network that has IPv6 alone. */
const TRANSLATED = blocks([['64:ff9b::', 96, 'ipv6']]);

const MAPPED = /^::ffff:(?:[\da-f]{1,4}:[\da-f]{1,4}|\d+(?:\.\d+){3})$/i;

/** Where an IP address leads. IPv4 inside IPv6 (`::ffff:`) counts as its IPv4 self; what is no address is 'unknown'. */
export const reachOfAddress = (address: string): Reach => {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const family = net.isIP(bare);
  if (family === 0) return 'unknown';
  const kind = family === 6 ? 'ipv6' : 'ipv4';
  if (LOOPBACK.check(bare, kind)) return 'loopback';
  if (PRIVATE.check(bare, kind)) return 'private';
  if (TRANSLATED.check(bare, kind)) return reachOfAddress(lastFour(bare)) === 'public' ? 'public' : 'private';
  // The deprecated forms that carry IPv4 (::a.b.c.d, ::ffff:0:a.b.c.d) are never public; `::ffff:a.b.c.d` was judged above.
  if (kind === 'ipv6' && /^::[^:]/.test(bare) && !MAPPED.test(bare)) return 'private';
  return 'public';
};

/** The last 32 bits of an IPv6 address, as IPv4. */
const lastFour = (address: string): string => {
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split(':').slice(-2);
  return groups
    .map((group) => Number.parseInt(group || '0', 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
};

/** Where a host name leads, as far as the name alone tells: `localhost` and addresses are known, other names are not. */
export const reachOfHost = (host: string): Reach =>
  isLocalName(host) ? 'loopback' : net.isIP(host.replace(/^\[|\]$/g, '')) === 0 ? 'unknown' : reachOfAddress(host);

const isLocalName = (host: string): boolean => /^(?:.+\.)?localhost\.?$/i.test(host);

/** The furthest of several: a name with one public address is public, with one private and none public private. */
export const reachOfAll = (addresses: readonly string[]): Reach => {
  const all = addresses.map(reachOfAddress);
  for (const reach of ['public', 'private', 'loopback'] as const) if (all.includes(reach)) return reach;
  return 'unknown';
};
