import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {ServerEntry} from '../../src/model/server.ts';
import {SDK_VERSIONS} from '../../src/probes/proof/sdk-versions.ts';
import {type Proof, prove} from '../../src/probes/prove.ts';
import {type RemoteSetup, remoteEntry, testHost} from '../servers/http-entry.ts';
import {answerOf, healthy, legacySse, modern, parse, sendJson, withSession} from '../servers/http-mcp.ts';
import {bySdk} from '../servers/http-sdk.ts';
import {endServersAfterwards, freePort, startHttp} from '../servers/http-server.ts';
import {protectedBy} from '../servers/oauth.ts';

endServersAfterwards();

const proveEntry = (entry: ServerEntry, era: 'legacy' | 'modern' = 'legacy', timeoutMs = 8000): Promise<Proof> =>
  prove(entry, {
    host: testHost({PATH: process.env['PATH'] ?? ''}),
    timeoutMs,
    signal: new AbortController().signal,
    era,
  });
const overHttp = (setup: RemoteSetup, era: 'legacy' | 'modern' = 'legacy'): Promise<Proof> =>
  proveEntry(remoteEntry(setup).entry, era, setup.timeoutMs);

describe('over HTTP', () => {
  it.each([
    ['JSON only', healthy, '/mcp', 'http'],
    ['sessions and streams', withSession(), '/mcp', 'http'],
    ['HTTP+SSE', legacySse(), '/sse', 'sse'],
  ] as const)('proves a server with %s', async (_, handler, where, transport) => {
    const server = await startHttp(handler);
    const proof = await overHttp({url: `${server.origin}${where}`, transport});
    expect(proof).toMatchObject({ok: true, tools: 1, error: null, by: SDK_VERSIONS.legacy});
  });

  it('proves a modern server with the modern client, and not with the other', async () => {
    const server = await startHttp(modern);
    expect(await overHttp({url: `${server.origin}/mcp`}, 'modern')).toMatchObject({
      ok: true,
      tools: 1,
      by: SDK_VERSIONS.modern,
    });
    expect(await overHttp({url: `${server.origin}/mcp`})).toMatchObject({
      ok: false,
      error: expect.stringMatching(/protocol version/i),
    });
  });

  it('proves a server by the official SDK in both eras', async () => {
    const server = await startHttp(bySdk('stateless'));
    for (const era of ['legacy', 'modern'] as const) {
      expect(await overHttp({url: `${server.origin}/mcp`}, era)).toMatchObject({ok: true, tools: 1, error: null});
    }
  });

  it('does not prove a legacy server by the modern client', async () => {
    const server = await startHttp(healthy);
    expect(await overHttp({url: `${server.origin}/mcp`}, 'modern')).toMatchObject({ok: false, tools: null});
  });

  it('names the cause below "fetch failed"', async () => {
    const proof = await overHttp({url: `http://127.0.0.1:${await freePort()}/mcp`});
    expect(proof).toMatchObject({ok: false, error: expect.stringMatching(/ECONNREFUSED/)});
  });

  it('signs nobody in', async () => {
    const server = await startHttp(protectedBy());
    const proof = await overHttp({url: `${server.origin}/mcp`});
    expect(proof.ok).toBe(false);
    expect(server.seen.map(({url}) => url).filter((url) => url !== '/mcp')).toEqual([]);
  });

  it('takes the token to no other origin', async () => {
    const other = await startHttp(healthy);
    const server = await startHttp((_, response) => response.writeHead(307, {location: `${other.origin}/mcp`}).end());
    const proof = await overHttp({url: `${server.origin}/mcp`, headers: {'X-API-Key': 'secret-value-1'}});
    expect(proof.ok).toBe(false);
    expect(other.seen).toEqual([]);
  });

  it('ends at its time limit and says so', async () => {
    const server = await startHttp(() => undefined);
    const proof = await overHttp({url: `${server.origin}/mcp`, timeoutMs: 400});
    expect(proof).toMatchObject({ok: false, error: 'no answer within 400 ms'});
    expect(proof.ms).toBeLessThan(2000);
  });

  it('refuses a body without end', async () => {
    const server = await startHttp((_, response) => {
      response.writeHead(200, {'content-type': 'application/json'});
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    expect(await overHttp({url: `${server.origin}/mcp`})).toMatchObject({
      ok: false,
      error: expect.stringMatching(/larger than/),
    });
  });

  it('proves a server behind a proxy', async () => {
    const {entry} = remoteEntry({url: 'http://notes.example/mcp'});
    const proxy = await startHttp((request, response, body) =>
      healthy(Object.assign(request, {url: new URL(request.url ?? '').pathname}), response, body),
    );
    const host = testHost({HTTP_PROXY: proxy.origin});
    const signal = new AbortController().signal;
    expect(await prove(entry, {host, timeoutMs: 3000, signal, era: 'legacy'})).toMatchObject({ok: true, tools: 1});
    expect(proxy.seen[0]?.headers.host).toBe('notes.example');
  });

  it('counts a server without tools as proved', async () => {
    const server = await startHttp((_, response, body) => {
      const message = parse(body);
      if (message['method'] !== 'initialize') return response.writeHead(202).end();
      const result = {
        protocolVersion: '2025-11-25',
        capabilities: {resources: {}},
        serverInfo: {name: 'n', version: '1'},
      };
      return sendJson(response, 200, {jsonrpc: '2.0', id: message['id'] ?? null, result});
    });
    expect(await overHttp({url: `${server.origin}/mcp`})).toMatchObject({ok: true, tools: null});
  });
});

describe('over pipes', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mcp-fix-prove-'));
  });
  afterAll(() => rm(folder, {recursive: true}));

  const entryFor = async (source: string): Promise<ServerEntry> => {
    const file = path.join(folder, `${Math.random().toString(36).slice(2)}.cjs`);
    await writeFile(file, source);
    const {entry} = remoteEntry({url: 'http://unused.invalid/'});
    const launch = {kind: 'stdio', command: process.execPath, args: [file], env: {}, cwd: folder} as const;
    return {...entry, transport: 'stdio', launch, raw: {command: process.execPath, args: [file]}};
  };
  const answers = JSON.stringify({
    initialize: answerOf({id: 0, method: 'initialize'}),
    'tools/list': answerOf({id: 0, method: 'tools/list'}),
  });
  const LISTEN = `const fs = require('fs'); const answers = ${answers};
    fs.writeFileSync(__filename + '.pid', String(process.pid));
    require('readline').createInterface({input: process.stdin}).on('line', (line) => {
      const {id, method} = JSON.parse(line);
      if (answers[method]) process.stdout.write(JSON.stringify({...answers[method], id}) + '\\n');
      else if (id !== undefined) process.stdout.write(JSON.stringify({jsonrpc: '2.0', id, error: {code: -32601, message: 'Method not found'}}) + '\\n');
    });`;

  it('proves a server that runs, and leaves no process', async () => {
    const entry = await entryFor(LISTEN);
    expect(await proveEntry(entry)).toMatchObject({ok: true, tools: 1, error: null});
    const file = entry.launch?.kind === 'stdio' ? entry.launch.args[0] : undefined;
    const pid = Number(await readFile(`${file}.pid`, 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  });

  it('does not prove one that ends, nor one that is not there', async () => {
    expect(await proveEntry(await entryFor('process.exit(3)'))).toMatchObject({
      ok: false,
      error: expect.stringMatching(/closed|ended/i),
    });
    const entry = await entryFor('');
    const launch = {kind: 'stdio', command: '/no/such/program', args: [], env: {}, cwd: null} as const;
    expect(await proveEntry({...entry, launch})).toMatchObject({ok: false, error: expect.stringMatching(/ENOENT/)});
  });

  it('does not prove one that is silent', async () => {
    const silent = await entryFor('setInterval(() => undefined, 1000)');
    expect(await proveEntry(silent, 'legacy', 500)).toMatchObject({ok: false, error: 'no answer within 500 ms'});
  });
});

it('names the packages that it was built with', async () => {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  const versions: Record<string, string> = JSON.parse(text).devDependencies;
  expect(Object.values(SDK_VERSIONS)).toEqual(
    ['@modelcontextprotocol/sdk', '@modelcontextprotocol/client'].map((name) => `${name} ${versions[name]}`),
  );
});
