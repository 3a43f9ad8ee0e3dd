import {describe, expect, it} from 'vitest';
import {createRedactor} from '../../../src/model/redact.ts';
import {probeRemote} from '../../../src/probes/remote/index.ts';
import {asked, probe, remoteEntry, testHost} from '../../servers/http-entry.ts';
import {healthy, legacySse} from '../../servers/http-mcp.ts';
import {endServersAfterwards, startHttp, startTcp} from '../../servers/http-server.ts';

endServersAfterwards();

describe('the time limit', () => {
  it.each([
    ['http', 1500],
    ['sse', 1500],
  ] as const)('holds for a server that takes the request and says nothing (%s)', async (transport, timeoutMs) => {
    const server = await startHttp(() => undefined);
    const start = Date.now();
    const evidence = await probe({url: `${server.origin}/mcp`, transport, timeoutMs});
    expect(Date.now() - start).toBeLessThan(timeoutMs + 500);
    expect(asked(evidence.http)).toMatchObject({answered: null, main: {response: null}});
  });

  it('holds for one byte now and then', async () => {
    const server = await startTcp((socket) => {
      const drip = setInterval(() => socket.write('H'), 100);
      socket.on('close', () => clearInterval(drip));
    });
    const start = Date.now();
    await probe({url: `${server.origin}/mcp`, timeoutMs: 1500});
    expect(Date.now() - start).toBeLessThan(2000);
  });

  it('holds for a TLS handshake that never comes', async () => {
    const server = await startTcp(() => undefined);
    const start = Date.now();
    const evidence = await probe({url: `https://127.0.0.1:${server.port}/mcp`, timeoutMs: 1500});
    expect(Date.now() - start).toBeLessThan(2000);
    expect(asked(evidence.network).tls).toMatchObject({isOk: false, error: {code: 'ETIMEDOUT'}});
  });
});

describe('stopping', () => {
  it('ends everything at once', async () => {
    const stop = new AbortController();
    const server = await startHttp(() => stop.abort());
    const start = Date.now();
    await probe({url: `${server.origin}/mcp`, timeoutMs: 20_000, signal: stop.signal});
    expect(Date.now() - start).toBeLessThan(1500);
    expect(server.seen.length).toBe(1);
  });
});

describe('telling as it goes', () => {
  it.each([
    [healthy, '/mcp', 'http', ['network', 'http', 'handshake', 'auth', 'tools']],
    [legacySse(), '/sse', 'sse', ['network', 'http', 'handshake', 'auth', 'tools']],
    [healthy, '/nowhere-at-all', 'http', ['network', 'http', 'auth', 'handshake', 'tools']],
  ] as const)('names each section once, with what is returned', async (handler, where, transport, names) => {
    const server = await startHttp(handler);
    const {entry, launch} = remoteEntry({url: `${server.origin}${where}`, transport});
    const told: string[] = [];
    const evidence = await probeRemote(entry, launch, {
      host: testHost(),
      redactor: createRedactor([]),
      timeoutMs: 6000,
      signal: new AbortController().signal,
      onSection: (name, section, ms) => {
        told.push(name);
        expect(section).toBeTypeOf('object');
        expect(ms).toBeGreaterThanOrEqual(0);
      },
    });
    expect(told).toEqual(names);
    expect(Object.keys(evidence).sort()).toEqual(['auth', 'durations', 'handshake', 'http', 'network', 'tools']);
  });
});
