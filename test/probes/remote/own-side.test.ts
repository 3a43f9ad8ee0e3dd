import type http from 'node:http';
import {describe, expect, it} from 'vitest';
import {clockSkew} from '../../../src/probes/remote/clock-skew.ts';
import {lineFor} from '../../../src/probes/remote/hosts-file.ts';
import {certificate} from '../../servers/http-certs.ts';
import {asked, probe, testHost} from '../../servers/http-entry.ts';
import {healthy} from '../../servers/http-mcp.ts';
import {endServersAfterwards, startHttp, startTcp} from '../../servers/http-server.ts';
import {aLine} from '../../torture/a-line.ts';

endServersAfterwards();

describe('the hosts file', () => {
  const text =
    '127.0.0.1 localhost\n# 10.0.0.1 notes.example.com\r\n::1\tip6\n10.0.0.2  Other Notes.Example.com # old\r\n10.0.0.3 notes.example.com\n';
  it('answers with the first line that names the host', () => {
    expect(lineFor(text, 'notes.example.com.', '/etc/hosts')).toEqual({
      path: '/etc/hosts',
      line: 4,
      address: '10.0.0.2',
    });
  });
  it.each(['notes.example.co', 'example.com', '10.0.0.2', 'old'])('names nothing for %s', (host) => {
    expect(lineFor(text, host, '/etc/hosts')).toBeNull();
  });
});

describe('the clock', () => {
  const line = aLine(testHost(), 5000);
  const withDate =
    (date: string | false): typeof healthy =>
    (request, response, body) => {
      response.sendDate = false;
      if (date !== false) response.setHeader('Date', date);
      return healthy(request, response, body);
    };
  it('is read from a server whose certificate is not trusted, which is sent nothing of ours', async () => {
    const ahead = new Date(Date.now() + 86_400_000).toUTCString();
    const server = await startHttp(withDate(ahead), {tls: certificate('expired')});
    const skew = await clockSkew(line, new URL(`https://user:word@127.0.0.1:${server.port}/mcp?key=hidden`));
    expect(Math.abs((skew ?? 0) - 86_400_000)).toBeLessThan(5000);
    const [seen]: readonly {readonly url?: string | undefined; readonly headers: http.IncomingHttpHeaders}[] =
      server.seen;
    expect(seen?.url).toBe('/');
    expect(Object.keys(seen?.headers ?? {}).sort()).toEqual(['connection', 'host']);
  });
  it('is not known where the server does not say', async () => {
    const server = await startHttp(withDate(false), {tls: certificate('expired')});
    expect(await clockSkew(line, new URL(`https://127.0.0.1:${server.port}/mcp`))).toBeNull();
  });
});

describe('a proxy that takes the connection and says nothing', () => {
  it('ends within the time given, also where the server would be there without it', async () => {
    const silent = await startTcp(() => undefined);
    const server = await startHttp(healthy, {tls: certificate('good')});
    const from = Date.now();
    const evidence = await probe({
      url: `https://127.0.0.1:${server.port}/mcp`,
      env: {HTTPS_PROXY: silent.origin},
      timeoutMs: 3000,
    });
    expect(Date.now() - from).toBeLessThan(6000);
    expect(asked(evidence.network).proxy?.error?.[0]).toMatchObject({code: 'ETIMEDOUT'});
  });
});
