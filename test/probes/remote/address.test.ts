import {describe, expect, test} from 'vitest';
import {type Reach, reachOfAddress, reachOfAll, reachOfHost} from '../../../src/probes/remote/address.ts';
import {portOf, proxyFor, proxyHeaders} from '../../../src/probes/remote/proxy.ts';
import {realHost} from '../stdio/world.ts';

describe('where an address leads: the first and the last of each range, and their neighbours', () => {
  test.each<[Reach, string]>([
    ['loopback', '127.0.0.0 127.255.255.255 0.0.0.0 ::1 :: [::1] ::1%lo ::ffff:127.0.0.1 ::ffff:7f00:1'],
    ['private', '0.0.0.1 0.255.255.255 10.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255 169.254.0.0 169.254.255.255'],
    ['private', '172.16.0.0 172.31.255.255 192.0.0.0 192.0.0.255 192.0.2.0 192.0.2.255 192.88.99.0 192.88.99.255'],
    ['private', '192.168.0.0 192.168.255.255 198.18.0.0 198.19.255.255 198.51.100.0 198.51.100.255 203.0.113.0'],
    ['private', '203.0.113.255 224.0.0.0 239.255.255.255 240.0.0.0 255.255.255.255 ::ffff:10.0.0.1 ::ffff:a00:1'],
    [
      'private',
      '64:ff9b:: 64:ff9b::ffff:ffff 64:ff9b:1:: 64:ff9b:1:ffff:: 100:: 100::ffff:ffff:ffff:ffff 2001:: 2001:1ff::',
    ],
    [
      'private',
      '2001:db8:: 2001:db8:ffff:: 2002:: 2002:ffff:: fc00:: fdff:ffff:: fe80:: febf:: fec0:: feff:: ff00:: ffff::',
    ],
    // A translator's address is as public as the IPv4 address in it.
    ['private', '64:ff9b::7f00:1 64:ff9b::10.0.0.1 64:ff9b:0:0:0:0:a9fe:a9fe 64:ff9b::5 64:ff9b:1::808:808'],
    ['public', '64:ff9b::808:808 64:ff9b::8.8.8.8 64:FF9B:0::0808:0808 [64:ff9b::100:0]'],
    ['private', '::8.8.8.8 ::808:808 ::ffff:0:8.8.8.8 ::2 [fe80::1] fe80::1%eth0'],
    ['public', '1.0.0.0 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 169.253.255.255'],
    ['public', '169.255.0.0 172.15.255.255 172.32.0.0 191.255.255.255 192.0.1.0 192.0.3.0 192.88.98.255 192.88.100.0'],
    ['public', '192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 198.51.99.255 198.51.101.0 203.0.112.255'],
    [
      'public',
      '203.0.114.0 223.255.255.255 8.8.8.8 ::ffff:8.8.8.8 ::ffff:8.8.8.8%1 ::ffff:808:808 ::FFFF:8.8.8.8 [2606:4700::1]',
    ],
    ['public', '64:ff9a:ffff:: 64:ff9b:0:1:: 64:ff9b:2:: 100:0:0:1:: 2001:200:: 2001:db7:ffff:: 2001:db9:: 2003::'],
    ['public', '2606:4700::1111 fbff:: fe00:: fe7f::'],
    ['unknown', 'localhost example.com 1.2.3 1.2.3.4.5 01.2.3.4x ::g'],
  ])('%s: %s', (reach, addresses) => {
    for (const address of addresses.split(' ')) expect(reachOfAddress(address), address).toBe(reach);
  });
});

test('of a name only what the name alone tells', () => {
  for (const host of ['localhost', 'LOCALHOST', 'a.localhost', 'a.b.localhost.', 'localhost.', '127.0.0.1', '[::1]'])
    expect(reachOfHost(host), host).toBe('loopback');
  for (const host of ['localhosts', 'alocalhost', '.localhost', 'localhost.example', 'example.com', 'localhost..'])
    expect(reachOfHost(host), host).toBe('unknown');
  expect(reachOfHost('10.0.0.1')).toBe('private');
  expect(reachOfHost('[2606:4700::1]')).toBe('public');
});

test('of several the furthest', () => {
  expect(reachOfAll(['127.0.0.1', '10.0.0.1', '8.8.8.8'])).toBe('public');
  expect(reachOfAll(['127.0.0.1', '10.0.0.1'])).toBe('private');
  expect(reachOfAll(['x', '127.0.0.1'])).toBe('loopback');
  expect(reachOfAll(['x'])).toBe('unknown');
  expect(reachOfAll([])).toBe('unknown');
});

describe('the proxy that the environment names', () => {
  const chosen = (env: Readonly<Record<string, string>>, url = 'https://x.example/mcp') =>
    proxyFor(realHost({env}), new URL(url));

  test.each<[string, Readonly<Record<string, string>>, string, string | null]>([
    ['https', {HTTPS_PROXY: 'http://p:1'}, 'https://x.example', 'HTTPS_PROXY'],
    ['http', {HTTP_PROXY: 'http://p:1'}, 'http://x.example', 'HTTP_PROXY'],
    ['https and not http', {HTTP_PROXY: 'http://p:1'}, 'https://x.example', null],
    ['http and not https', {HTTPS_PROXY: 'http://p:1'}, 'http://x.example', null],
    ['small letters first', {HTTPS_PROXY: 'http://p:1', https_proxy: 'http://q:1'}, 'https://x.example', 'https_proxy'],
    [
      'small letters first, of http',
      {HTTP_PROXY: 'http://p:1', http_proxy: 'http://q:1'},
      'http://x.example',
      'http_proxy',
    ],
    ['an empty one is none', {https_proxy: ' ', HTTPS_PROXY: 'http://p:1'}, 'https://x.example', 'HTTPS_PROXY'],
    [
      'one that cannot be read is none',
      {https_proxy: 'http://[', HTTPS_PROXY: 'p:1'},
      'https://x.example',
      'HTTPS_PROXY',
    ],
    ['all', {all_proxy: 'http://p:1'}, 'https://x.example', 'all_proxy'],
    ['ALL', {ALL_PROXY: 'http://p:1'}, 'http://x.example', 'ALL_PROXY'],
    ['none', {}, 'https://x.example', null],
  ])('%s', (_, env, url, variable) => expect(chosen(env, url)?.variable ?? null).toBe(variable));

  test('is seen and not used: for ALL_PROXY and SOCKS', () => {
    expect(chosen({https_proxy: 'http://p:1'})?.isBypassed).toBe(false);
    expect(chosen({https_proxy: 'https://p:1'})?.isBypassed).toBe(false);
    expect(chosen({https_proxy: 'p:1'})?.url.href).toBe('http://p:1/');
    expect(chosen({https_proxy: 'socks5://p:1'})?.isBypassed).toBe(true);
    for (const odd of ['xhttp://p:1', 'httpx://p:1', 'x+https://p:1'])
      expect(chosen({https_proxy: odd})?.isBypassed, odd).toBe(true);
    expect(chosen({https_proxy: 'h+t.t-p2://p:1'})?.url.href).toBe('h+t.t-p2://p:1');
    expect(chosen({https_proxy: 'HTTP://p:1'})?.url.href).toBe('http://p:1/');
    expect(chosen({ALL_PROXY: 'http://p:1'})?.isBypassed).toBe(true);
  });

  test.each<[boolean, string, string]>([
    [true, '*', 'https://x.example'],
    [true, 'x.example', 'https://x.example'],
    [true, 'X.EXAMPLE', 'https://x.example'],
    [true, '.x.example', 'https://a.x.example'],
    [true, '*.x.example', 'https://a.x.example'],
    [true, 'x.example', 'https://a.b.x.example'],
    [true, 'a, x.example', 'https://x.example'],
    [true, 'a x.example,b', 'https://x.example'],
    [true, 'x.example:443', 'https://x.example'],
    [true, 'x.example:8080', 'http://x.example:8080'],
    [true, '127.0.0.1', 'http://127.0.0.1:1'],
    [true, '::1', 'http://[::1]:1'],
    [true, '[::1]', 'http://[::1]:1'],
    [true, '[::1]:1', 'http://[::1]:1'],
    [true, 'localhost', 'http://a.localhost:1'],
    [true, 'localhost', 'http://localhost.:1'],
    [true, '.localhost', 'http://localhost.:1'],
    [false, 'localhost:2', 'http://localhost.:1'],
    [false, '[::1]:2', 'http://[::1]:1'],
    [false, 'x.example:444', 'https://x.example'],
    [false, 'example', 'https://xexample'],
    [false, 'y.example', 'https://x.example'],
    [false, 'a.x.example', 'https://x.example'],
    [false, '', 'https://x.example'],
    [false, ',,', 'https://x.example'],
    [false, 'localhost', 'http://127.0.0.1:1'],
    [false, 'localhost', 'https://x.example'],
  ])('is passed by (%s) where NO_PROXY says "%s" and the URL is %s', (isBypassed, exceptions, url) => {
    for (const name of ['no_proxy', 'NO_PROXY'])
      expect(chosen({https_proxy: 'http://p:1', http_proxy: 'http://p:1', [name]: exceptions}, url)?.isBypassed).toBe(
        isBypassed,
      );
  });

  test('a port that is not written is the one of the scheme', () => {
    expect(portOf(new URL('https://x'))).toBe(443);
    expect(portOf(new URL('http://x'))).toBe(80);
    expect(portOf(new URL('http://x:443'))).toBe(443);
    expect(portOf(new URL('https://x:8080'))).toBe(8080);
  });

  test('its own user name and password are sent, decoded', () => {
    const headersOf = (url: string) => proxyHeaders({variable: 'x', url: new URL(url), isBypassed: false});
    expect(headersOf('http://p:1')).toEqual({});
    const basic = (plain: string) => ({'Proxy-Authorization': `Basic ${Buffer.from(plain).toString('base64')}`});
    expect(headersOf('http://a%40b:c%3Ad@p:1')).toEqual(basic('a@b:c:d'));
    expect(headersOf('http://a@p:1')).toEqual(basic('a:'));
    expect(headersOf('http://:b@p:1')).toEqual(basic(':b'));
  });
});
