import {describe, expect, it} from 'vitest';
import {AUTHORITY_FILE, certificate} from '../../servers/http-certs.ts';
import {probeInChild} from '../../servers/http-child.ts';
import {asked, probe} from '../../servers/http-entry.ts';
import {healthy} from '../../servers/http-mcp.ts';
import {endServersAfterwards, freePort, startHttp, startTcp} from '../../servers/http-server.ts';

endServersAfterwards();

describe('a port that nobody listens on', () => {
  it('is refused, and the later questions are not asked', async () => {
    const port = await freePort();
    const evidence = await probe({url: `http://127.0.0.1:${port}/mcp`});
    expect(asked(evidence.network).tcp).toMatchObject([
      {isOpen: false, family: 4, error: {code: 'ECONNREFUSED', port}},
    ]);
    expect(evidence.http).toEqual({skipped: `nothing answers at 127.0.0.1 port ${port}`});
    expect(evidence.tools).toEqual(evidence.http);
  });

  it('names another port where an MCP server listens', async () => {
    const [server, port] = [await startHttp(healthy), await freePort()];
    const evidence = await probe({
      url: `http://127.0.0.1:${port}/mcp`,
      headers: {Authorization: 'Bearer secret-value'},
    });
    const others = asked(evidence.network).otherPorts;
    expect(others.find((one) => one.port === server.port)).toEqual({
      port: server.port,
      isMcp: true,
      serverName: 'notes',
    });
    expect(server.seen.every(({headers}) => headers.authorization === undefined)).toBe(true);
  });

  it('names the loopback address at which the port is open', async () => {
    const server = await startHttp(healthy, {host: '::1'});
    const evidence = await probe({url: `http://127.0.0.1:${server.port}/mcp`});
    expect(asked(evidence.network)).toMatchObject({openAt: ['::1']});
  });
});

describe('names', () => {
  it('says that a name does not resolve, and whether our own network is there', async () => {
    const evidence = await probe({url: 'https://mcp.notes-prod.invalid/mcp'});
    const network = asked(evidence.network);
    expect(network.dns?.addresses).toEqual([]);
    expect(['ENOTFOUND', 'EAI_AGAIN']).toContain(network.dns?.error?.code);
    expect(typeof network.control.hasNetwork).toBe('boolean');
    expect(evidence.http).toHaveProperty('skipped');
  });

  it.each([
    ['127.0.0.1:3000/mcp', /scheme.*missing/],
    ['localhost:3000/mcp', /scheme.*missing.*"localhost:"/],
    ['notes.example.com/mcp', /scheme.*missing/],
    ['ws://127.0.0.1:1/mcp', /"ws:\/\/" is neither/],
    ['http//127.0.0.1:1/mcp', /colon/],
    ['http://https://127.0.0.1:1/mcp', /twice/],
    ['http://127.0.0.1:99999/mcp', /above 65535/],
    ['http://127.0.0.1:port/mcp', /no port number/],
    ['http://my host/mcp', /white space/],
    ['http://${NOTES_HOST}/mcp', /\$\{NOTES_HOST\}/],
    ['"http://127.0.0.1:1/mcp"', /quotation/],
    ['http://me:pass@127.0.0.1:1/mcp', /user name/],
    ['', /empty/],
  ])('says what is wrong with %j', async (url, problem) => {
    const evidence = await probe({url});
    expect(asked(evidence.network)).toMatchObject({isUrlValid: false, urlProblem: expect.stringMatching(problem)});
    expect(evidence.http).toHaveProperty('skipped');
  });

  it.each([' http://127.0.0.1:PORT/mcp ', 'HTTP://127.0.0.1:PORT/mcp', 'http:/127.0.0.1:PORT/mcp'])(
    'takes %j, as clients do',
    async (url) => {
      const server = await startHttp(healthy);
      const evidence = await probe({url: url.replace('PORT', String(server.port))});
      expect(asked(evidence.network)).toMatchObject({isUrlValid: true, urlProblem: null});
      expect(asked(evidence.tools).count).toBe(1);
    },
  );
});

describe('TLS', () => {
  it('reads a self-signed certificate without sending anything', async () => {
    const server = await startHttp(healthy, {tls: certificate('self-signed')});
    const evidence = await probe({url: `${server.origin}/mcp`});
    expect(asked(evidence.network).tls).toMatchObject({
      isOk: false,
      isSelfSigned: true,
      error: {code: 'DEPTH_ZERO_SELF_SIGNED_CERT'},
      subject: 'localhost',
      altNames: ['localhost', '127.0.0.1'],
    });
    expect(evidence.http).toEqual({skipped: 'no safe TLS connection could be made'});
    expect(server.seen).toEqual([]);
  });

  it('tells an unknown authority from a self-signed certificate', async () => {
    const server = await startHttp(healthy, {tls: certificate('good')});
    const evidence = await probe({url: `${server.origin}/mcp`});
    expect(asked(evidence.network).tls).toMatchObject({
      isOk: false,
      isSelfSigned: false,
      error: {code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'},
      issuer: 'mcp-fix test authority',
    });
  });

  it('names the hosts of a certificate for another one, and the dates of one that ended', async () => {
    const env = {NODE_EXTRA_CA_CERTS: AUTHORITY_FILE};
    const wrong = await startHttp(healthy, {tls: certificate('other-host')});
    expect(await probeInChild({url: `${wrong.origin}/mcp`}, env)).toMatchObject({
      network: {
        tls: {isOk: false, error: {code: 'ERR_TLS_CERT_ALTNAME_INVALID'}, altNames: ['notes.internal.example']},
      },
    });
    const expired = await startHttp(healthy, {tls: certificate('expired')});
    expect(await probeInChild({url: `${expired.origin}/mcp`}, env)).toMatchObject({
      network: {tls: {isOk: false, error: {code: 'CERT_HAS_EXPIRED'}, validTo: '2021-01-01T00:00:00.000Z'}},
    });
    const good = await startHttp(healthy, {tls: certificate('good')});
    expect(await probeInChild({url: `${good.origin}/mcp`}, env)).toMatchObject({
      network: {tls: {isOk: true, error: null}},
      tools: {count: 1},
    });
  });

  it('tells plain HTTP behind an https URL, and TLS behind an http URL', async () => {
    const plain = await startHttp(healthy);
    const asTls = await probe({url: `https://127.0.0.1:${plain.port}/mcp`});
    expect(asked(asTls.network)).toMatchObject({speaks: 'http', tls: {isOk: false}});
    const secure = await startHttp(healthy, {tls: certificate('good')});
    const asPlain = await probe({url: `http://127.0.0.1:${secure.port}/mcp`});
    expect(asked(asPlain.network)).toMatchObject({speaks: 'tls'});
    const silent = await startTcp((socket) => socket.destroy());
    expect(asked((await probe({url: `${silent.origin}/mcp`, timeoutMs: 4000})).network).speaks).toBeNull();
  });
});

describe('proxies', () => {
  it('says that the proxy is dead, and that the server is there without it', async () => {
    const [server, port] = [await startHttp(healthy), await freePort()];
    const env = {HTTP_PROXY: `http://user:hidden-word@127.0.0.1:${port}`};
    const evidence = await probe({url: `${server.origin}/mcp`, env});
    const network = asked(evidence.network);
    expect(network.proxy).toMatchObject({variable: 'HTTP_PROXY', isBypassed: false, error: [{code: 'ECONNREFUSED'}]});
    expect(network.tcp).toMatchObject([{isOpen: true}]);
    expect(evidence.http).toEqual({skipped: 'the proxy in HTTP_PROXY does not let us through'});
    expect(JSON.stringify(evidence)).not.toContain('hidden-word');
  });

  it('keeps to NO_PROXY', async () => {
    const [server, port] = [await startHttp(healthy), await freePort()];
    const env = {http_proxy: `http://127.0.0.1:${port}`, NO_PROXY: 'example.com, 127.0.0.1'};
    const evidence = await probe({url: `${server.origin}/mcp`, env});
    expect(asked(evidence.network).proxy).toMatchObject({variable: 'http_proxy', isBypassed: true});
    expect(asked(evidence.tools).count).toBe(1);
  });

  it('reports a proxy that wants a password', async () => {
    const proxy = await startHttp((_, response) => response.writeHead(407, {'proxy-authenticate': 'Basic'}).end());
    const evidence = await probe({url: 'http://notes.example/mcp', env: {HTTP_PROXY: proxy.origin}});
    expect(asked(evidence.network).proxy).toMatchObject({status: 407, error: null});
  });

  it('goes through a proxy that works', async () => {
    const proxy = await startHttp((request, response, body) => {
      request.url = new URL(request.url ?? '').pathname;
      healthy(request, response, body);
    });
    const evidence = await probe({url: 'http://notes.example/mcp', env: {HTTP_PROXY: proxy.origin}});
    expect(asked(evidence.network)).toMatchObject({dns: null, tcp: [], proxy: {isBypassed: false, error: null}});
    expect(asked(evidence.tools).count).toBe(1);
    expect(proxy.seen[0]).toMatchObject({url: 'http://notes.example/mcp', headers: {host: 'notes.example'}});
  });
});
