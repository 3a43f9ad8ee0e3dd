import dns from 'node:dns';
import net from 'node:net';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {createRedactor} from '../../../src/model/redact.ts';
import {type Answer, type Ask, ask} from '../../../src/probes/remote/exchange.ts';
import type {ProxyChoice} from '../../../src/probes/remote/proxy.ts';
import {certificate} from '../../servers/http-certs.ts';
import {testHost} from '../../servers/http-entry.ts';
import {endServersAfterwards, startHttp, startTcp} from '../../servers/http-server.ts';

endServersAfterwards();
afterEach(() => {
  vi.restoreAllMocks();
  net.setDefaultAutoSelectFamily(true);
});

interface Way {
  readonly proxy?: string;
  readonly isBypassed?: boolean;
  readonly trustsAll?: boolean;
}
const question = (url: string, way: Way = {}, more: Partial<Ask> = {}): Promise<Answer> => {
  const host = testHost(way.trustsAll === true ? {NODE_TLS_REJECT_UNAUTHORIZED: '0'} : {});
  const {proxy, isBypassed = false} = way;
  const choice: ProxyChoice | null =
    proxy === undefined ? null : {variable: 'HTTPS_PROXY', url: new URL(proxy), isBypassed};
  const line = {
    host,
    redactor: createRedactor([]),
    signal: new AbortController().signal,
    startedAt: host.now(),
    deadline: host.now() + 8000,
    proxyFor: () => choice,
  };
  return ask(line, {purpose: 'test', method: 'GET', url: new URL(url), own: {'X-Own': 'o'}, secret: {}, ...more});
};

/** A proxy that answers CONNECT with this status, and makes the tunnel where it is one of 2xx. */
const startProxy = async (status = 200) => {
  const heads: string[] = [];
  const server = await startTcp((socket) => {
    socket.once('data', (bytes) => {
      heads.push(bytes.toString('latin1'));
      const port = /^CONNECT [^ ]*:(\d+) /.exec(heads[0] ?? '')?.[1];
      socket.write(`HTTP/1.1 ${status} Word\r\n\r\n`);
      if (port === undefined || status < 200 || status > 299) return;
      const through = net.connect(Number(port), '127.0.0.1');
      through.on('error', () => socket.destroy());
      socket.pipe(through).pipe(socket);
    });
  });
  return {port: server.port, heads};
};

describe('an https address through a proxy', () => {
  it('is called in a tunnel, and its certificate is looked at there', async () => {
    const [server, proxy] = [
      await startHttp((_, response) => response.end('{"a":1}'), {tls: certificate('good')}),
      await startProxy(),
    ];
    // Only the proxy knows this name.
    const url = `https://notes.example:${server.port}/x?y=1`;
    const at = `http://me:pw@127.0.0.1:${proxy.port}`;
    const good = await question(url, {proxy: at, trustsAll: true});
    expect(good.exchange).toMatchObject({error: [], response: {status: 200, body: {text: '{"a":1}'}}});
    expect(proxy.heads[0]).toMatch(new RegExp(`^CONNECT notes\\.example:${server.port} HTTP/1\\.1\r\n`));
    expect(proxy.heads[0]).toContain(`Host: notes.example:${server.port}\r\n`);
    expect(proxy.heads[0]).toContain(`Proxy-Authorization: Basic ${Buffer.from('me:pw').toString('base64')}\r\n`);
    expect(proxy.heads[0]).not.toMatch(/x-own/i);
    const headers = {host: `notes.example:${server.port}`, 'x-own': 'o'};
    expect(server.seen).toMatchObject([{method: 'GET', url: '/x?y=1', headers}]);
    expect(server.seen[0]?.headers).not.toHaveProperty('proxy-authorization');
    const bad = await question(url, {proxy: at});
    expect(bad.exchange).toMatchObject({response: null, error: [{code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'}]});
    expect(server.seen).toHaveLength(1);
  });

  it('is called by its number too, without a name in the handshake', async () => {
    const [server, proxy] = [
      await startHttp((_, response) => response.end('{}'), {tls: certificate('good')}),
      await startProxy(),
    ];
    const answer = await question(`https://127.0.0.1:${server.port}/`, {
      proxy: `http://127.0.0.1:${proxy.port}`,
      trustsAll: true,
    });
    expect(answer.status).toBe(200);
    expect(proxy.heads[0]).toContain(`CONNECT 127.0.0.1:${server.port} `);
  });

  it.each([199, 300, 403, 407, 502])('is not called where the proxy answers %i', async (status) => {
    const proxy = await startProxy(status);
    const {exchange} = await question('https://x.example/', {proxy: `http://127.0.0.1:${proxy.port}`});
    expect(exchange.response?.status ?? null).toBe(status);
    expect(exchange.error[0]?.message).toContain(`the proxy answers ${status} to CONNECT`);
    expect(proxy.heads).toHaveLength(1);
    expect(proxy.heads[0]).toMatch(/^CONNECT x\.example:443 /);
  });

  it.each([200, 204, 299])('is called where it answers %i', async (status) => {
    const [server, proxy] = [
      await startHttp((_, response) => response.end('{}'), {tls: certificate('good')}),
      await startProxy(status),
    ];
    const way = {proxy: `http://127.0.0.1:${proxy.port}`, trustsAll: true};
    expect((await question(`https://localhost:${server.port}/`, way)).status).toBe(200);
  });

  it('is called straight where the proxy is not for it', async () => {
    const server = await startHttp((_, response) => response.end('{}'), {tls: certificate('good')});
    const proxy = await startProxy();
    const way = {proxy: `http://127.0.0.1:${proxy.port}`, trustsAll: true, isBypassed: true};
    expect((await question(`https://localhost:${server.port}/`, way)).status).toBe(200);
    expect(proxy.heads).toEqual([]);
  });
});

it('a proxy that is itself behind TLS is spoken to in TLS, and has to show who it is', async () => {
  const proxy = await startHttp((_, response) => response.end('{}'), {tls: certificate('good')});
  for (const url of ['http://x.example/', 'https://x.example/']) {
    const {exchange} = await question(url, {proxy: `https://127.0.0.1:${proxy.port}`});
    expect(exchange.error[0]?.code, url).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  }
  expect(proxy.seen).toEqual([]);
});

it('an http address is asked of the proxy whole, with its own name and the password of the proxy', async () => {
  const proxy = await startHttp((_, response) => response.end('{}'));
  const at = new URL(proxy.origin);
  at.username = 'me';
  expect((await question('http://x.example:81/a?b', {proxy: at.href})).status).toBe(200);
  expect(proxy.seen).toMatchObject([
    {
      url: 'http://x.example:81/a?b',
      headers: {host: 'x.example:81', 'x-own': 'o', 'proxy-authorization': expect.stringMatching(/^Basic /)},
    },
  ]);
});

it('a certificate is looked at, unless the environment says not to', async () => {
  const server = await startHttp((_, response) => response.end('{}'), {tls: certificate('self-signed')});
  const url = `https://localhost:${server.port}/`;
  expect((await question(url)).exchange).toMatchObject({
    response: null,
    error: [{code: 'DEPTH_ZERO_SELF_SIGNED_CERT'}],
  });
  const trusted = await question(url, {trustsAll: true});
  expect(trusted.status).toBe(200);
  const {dns: named, tcp, tls, firstByte} = trusted.exchange.timings;
  // Each step is timed, and comes after the one before.
  const steps = [named, tcp, tls, firstByte].map((ms) => ms ?? -1);
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
});

it('a proxy may have a number of either kind for its name', async () => {
  for (const host of ['127.0.0.1', '::1']) {
    const proxy = await startHttp((_, response) => response.end('{}'), {host});
    expect((await question('http://x.example/', {proxy: proxy.origin})).status, host).toBe(200);
    expect((await question('https://x.example/', {proxy: proxy.origin})).exchange.error[0]?.code, host).toBe(
      'ECONNRESET',
    );
  }
});

it('a redirect from https to http is not followed, one within https is', async () => {
  const plain = await startHttp((_, response) => response.end('{}'));
  const server = await startHttp(
    (request, response) => {
      const location = request.url === '/down' ? `${plain.origin}/x` : '/there';
      if (request.url === '/there') response.end('{}');
      else response.writeHead(302, {location}).end();
    },
    {tls: certificate('good')},
  );
  const origin = `https://localhost:${server.port}`;
  const down = await question(`${origin}/down`, {trustsAll: true});
  expect(down.exchange.redirects).toMatchObject([{followed: false, why: 'it leads from https to http'}]);
  expect(plain.seen).toEqual([]);
  expect((await question(`${origin}/`, {trustsAll: true})).exchange).toMatchObject({
    redirects: [{followed: true, why: null, isSameOrigin: true}],
    response: {status: 200},
  });
});

describe('an address that may not be called', () => {
  const blocked = (address: string) => ({
    response: null,
    error: [{code: 'EBLOCKED', message: expect.stringContaining(`${address} is not a public address`)}],
  });

  it.each(['127.0.0.1', '[::1]'])('is not, where it is written as a number (%s)', async (host) => {
    const server = await startHttp((_, response) => response.end('{}'), {host: host.replace(/[[\]]/g, '')});
    const asked: string[] = [];
    const isAllowed = (address: string): boolean => {
      asked.push(address);
      return false;
    };
    const {exchange} = await question(`http://${host}:${server.port}/`, {}, {isAllowed});
    expect(exchange).toMatchObject(blocked(host.replace(/[[\]]/g, '')));
    expect(asked).toEqual([host.replace(/[[\]]/g, '')]);
    expect((await question(`http://${host}:${server.port}/`, {}, {isAllowed: () => true})).status).toBe(200);
    expect(server.seen).toHaveLength(1);
  });

  /** What the look-up of any name says. */
  const named = (addresses: readonly string[] | Error): void => {
    vi.spyOn(dns, 'lookup').mockImplementation(((_: string, __: object, tell: (...told: unknown[]) => void) => {
      if (addresses instanceof Error) tell(addresses);
      else
        tell(
          null,
          addresses.map((address) => ({address, family: net.isIP(address)})),
        );
    }) as typeof dns.lookup);
  };
  const isLoopback = (address: string): boolean => address === '127.0.0.1';

  it.each([true, false])('is not, where one of those of its name is none (all at once: %s)', async (isAll) => {
    net.setDefaultAutoSelectFamily(isAll);
    const server = await startHttp((_, response) => response.end('{}'));
    const url = `http://notes.example:${server.port}/`;
    named(['127.0.0.1', '10.9.9.9']);
    expect((await question(url, {}, {isAllowed: isLoopback})).exchange).toMatchObject(blocked('10.9.9.9'));
    named(['10.9.9.9']);
    expect((await question(url, {}, {isAllowed: isLoopback})).exchange).toMatchObject(blocked('10.9.9.9'));
    expect(server.seen).toEqual([]);
    named(['127.0.0.1']);
    expect((await question(url, {}, {isAllowed: isLoopback})).status).toBe(200);
    named(Object.assign(new Error('no such name'), {code: 'ENOTFOUND'}));
    expect((await question(url, {}, {isAllowed: isLoopback})).exchange.error[0]?.code).toBe('ENOTFOUND');
    expect(server.seen).toHaveLength(1);
  });

  it('a name without an address is none', async () => {
    net.setDefaultAutoSelectFamily(false);
    named([]);
    const {exchange} = await question('http://notes.example/', {}, {isAllowed: () => true});
    expect(exchange).toMatchObject(blocked('notes.example'));
  });
});
