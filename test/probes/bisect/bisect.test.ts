import type http from 'node:http';
import {describe, expect, test} from 'vitest';
import {isRecord, type Json, valueAt} from '../../../src/model/json.ts';
import {type Bisection, bisect} from '../../../src/probes/bisect/bisect.ts';
import {remoteEntry, testHost} from '../../servers/http-entry.ts';
import {healthy, parse, sendJson, withSession} from '../../servers/http-mcp.ts';
import {endServersAfterwards, type Handler, type Running, startHttp} from '../../servers/http-server.ts';

endServersAfterwards();

/** A healthy server that answers 500 to what `isBad` says. */
const brokenBy =
  (isBad: (request: http.IncomingMessage, message: {readonly [key: string]: Json}) => boolean, status = 500): Handler =>
  (request, response, body) =>
    isBad(request, parse(body)) ? sendJson(response, status, {error: 'no'}) : healthy(request, response, body);

const hasCapability = (message: Json, name: string): boolean =>
  isRecord(message) && valueAt(message, ['params', 'capabilities', name]) !== undefined;

const search = async (
  handler: Handler,
  headers: Readonly<Record<string, string>> = {},
  change: {readonly path?: string; readonly maxRequests?: number} = {},
): Promise<{readonly found: Bisection; readonly server: Running}> => {
  const server = await startHttp(handler);
  const {entry, launch} = remoteEntry({url: `${server.origin}${change.path ?? '/mcp'}`, headers});
  const found = await bisect(entry, launch, {
    host: testHost(),
    signal: new AbortController().signal,
    pauseMs: 1,
    ...(change.maxRequests === undefined ? {} : {maxRequests: change.maxRequests}),
  });
  return {found, server};
};

const headers = {'X-Team': 'blue', 'X-Notes-Beta': 'tasks', 'X-Trace': 'on'};

describe('bisect names the part that makes a server fail', () => {
  test('one configured header', async () => {
    const {found, server} = await search(
      brokenBy((request) => request.headers['x-notes-beta'] !== undefined),
      headers,
    );
    expect(found.outcome).toBe('found');
    expect(found.parts).toEqual([{kind: 'header', name: 'X-Notes-Beta', words: 'the header X-Notes-Beta'}]);
    expect(found.failing).toContain('500');
    expect(found.requests).toBe(server.seen.length);
    expect(found.requests).toBeLessThanOrEqual(60);
  });

  test('one capability', async () => {
    const {found} = await search(
      brokenBy((_, message) => hasCapability(message, 'elicitation')),
      headers,
    );
    expect(found.parts.map(({kind, name}) => [kind, name])).toEqual([['capability', 'elicitation']]);
  });

  test('a pair: a header and a capability, neither alone', async () => {
    const {found} = await search(
      brokenBy((request, message) => request.headers['x-team'] === 'blue' && hasCapability(message, 'sampling')),
      headers,
    );
    expect(found.outcome).toBe('found');
    expect(found.parts.map(({name}) => name).sort()).toEqual(['X-Team', 'sampling']);
  });

  test('the newest version', async () => {
    const {found} = await search(
      brokenBy((_, message) => valueAt(message, ['params', 'protocolVersion']) === '2025-11-25', 400),
    );
    expect(found.parts).toMatchObject([{kind: 'version', name: '2025-11-25'}]);
  });

  test('a field of the URL', async () => {
    const {found} = await search(
      brokenBy((request) => request.url?.includes('mode=strict') === true),
      {},
      {
        path: '/mcp?mode=strict&team=blue',
      },
    );
    expect(found.parts).toMatchObject([{kind: 'query', name: 'mode'}]);
  });

  test('a part that breaks only the list of tools', async () => {
    const {found} = await search(
      brokenBy((request, {method}) => method === 'tools/list' && request.headers['x-trace'] !== undefined),
      headers,
    );
    expect(found).toMatchObject({outcome: 'found', stage: 'tools/list', parts: [{name: 'X-Trace'}]});
    expect(found.requests).toBeLessThanOrEqual(60);
  });
});

describe('bisect claims nothing where there is nothing to name', () => {
  test('a healthy server passes, and only safe methods were sent', async () => {
    const {found, server} = await search(withSession(), headers);
    expect(found).toMatchObject({outcome: 'passes', parts: []});
    const methods = server.seen.filter(({method}) => method === 'POST').map(({body}) => parse(body)['method']);
    expect([...new Set(methods)].sort()).toEqual(['initialize', 'notifications/initialized', 'tools/list']);
    expect(server.seen.filter(({method}) => !['POST', 'DELETE'].includes(method))).toEqual([]);
  });

  test('one that fails whatever is sent', async () => {
    const {found} = await search((_, response) => sendJson(response, 500, {error: 'down'}), headers);
    expect(found).toMatchObject({outcome: 'fails-anyway', parts: []});
  });

  test('a credential is part of the smallest request, and never in the answer', async () => {
    const token = `Bearer ghp_${'x'.repeat(36)}`;
    const {found, server} = await search(
      brokenBy((request) => request.headers.authorization !== token || request.headers['x-trace'] !== undefined),
      {...headers, Authorization: token},
    );
    expect(found.parts).toMatchObject([{name: 'X-Trace'}]);
    expect(server.seen.every((one) => one.headers.authorization === token)).toBe(true);
    expect(JSON.stringify(found)).not.toContain('ghp_');
  });

  test('the number of requests is kept', async () => {
    const {found, server} = await search(
      brokenBy((request, message) => request.headers['x-team'] === 'blue' && hasCapability(message, 'sampling')),
      headers,
      {maxRequests: 5},
    );
    expect(found.outcome).toBe('cut-short');
    expect(server.seen.length).toBe(5);
  });

  test('a server that asks for a long rest is left alone', async () => {
    const {found, server} = await search((_, response) =>
      sendJson(response, 429, {error: 'slow'}, {'retry-after': '600'}),
    );
    expect(found.outcome).toBe('cut-short');
    expect(server.seen.length).toBe(1);
  });

  test('one that fails only now and then is not blamed on a part', async () => {
    let count = 0;
    const {found} = await search(
      brokenBy((_, message) => {
        if (message['method'] !== 'initialize') return false;
        count += 1;
        return count === 2;
      }),
      {'X-Trace': 'on'},
    );
    expect(found).toMatchObject({outcome: 'unsteady', parts: []});
  });
});
