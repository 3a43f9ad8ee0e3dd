import {describe, expect, test} from 'vitest';
import type * as Written from '../../src/commands/library.d.ts';
import {CHECK_SCHEMA, degradeRequest} from '../../src/commands/library.ts';
import {healthy} from '../servers/http-mcp.ts';
import {endServersAfterwards, startHttp} from '../servers/http-server.ts';
import {fiveServers, requestOf, TOKENS} from '../servers/request-servers.ts';

endServersAfterwards();

/** Assignable both ways: the types that are written by hand are those of the code. */
const asWritten: typeof Written.degradeRequest = degradeRequest;
const asMade: typeof degradeRequest = asWritten;

describe('degradeRequest', () => {
  test('leaves out what fails, says why, and keeps the given request as it is', async () => {
    const {request, servers} = await fiveServers({welcomesAll: true});
    const copy = structuredClone(request);
    const degraded = await asMade(request, {timeoutMs: 2500, timeoutsFor: {slow: 900, mail: 900}, allowPrivate: true});
    expect(request).toEqual(copy);
    expect(degraded.works).toBe(true);
    expect(degraded.request).toEqual(requestOf(servers.slice(0, 1)));
    expect(degraded.request['messages']).toBe(request['messages']);
    expect(degraded.dropped.map(({name, index, id}) => [name, index, id])).toEqual([
      ['search', 1, 'server-error'],
      ['mail', 2, 'connection-refused'],
      ['shop', 3, 'token-refused'],
      ['slow', 4, 'http-timeout'],
    ]);
    expect(degraded.findings.find(({server, severity}) => server === 'shop' && severity === 'error')).toMatchObject({
      class: 'auth',
      step: 'auth',
    });
    const {request: _holdsTokens, ...told} = degraded;
    for (const token of Object.values(TOKENS)) expect(JSON.stringify(told)).not.toContain(token);
  });

  test('a required server that fails stays in, and the request does not work', async () => {
    const {request} = await fiveServers({welcomesAll: true});
    const options = {timeoutMs: 2500, allowPrivate: true, required: ['mail']};
    const degraded = await degradeRequest(request, options);
    expect(degraded.works).toBe(false);
    expect(degraded.dropped.map(({name}) => name)).toEqual(['search', 'shop', 'slow']);
    expect(JSON.stringify(degraded.request)).toContain('"mail"');
  });

  test('what an SDK takes and JSON does not: undefined fields, own classes, betas', async () => {
    const running = await startHttp(healthy, {welcomesAll: true});
    class Message {
      readonly role = 'user';
      readonly content = 'hi';
    }
    const message = new Message();
    const params = {
      model: 'm',
      temperature: undefined,
      messages: [message],
      betas: ['mcp-client-2025-11-20'],
      mcp_servers: [{type: 'url', url: `${running.origin}/mcp`, name: 'notes'}],
      tools: [{type: 'mcp_toolset', mcp_server_name: 'notes'}],
    };
    const degraded = await degradeRequest(params, {allowPrivate: true});
    expect(degraded).toMatchObject({works: true, dropped: []});
    expect(degraded.request.messages[0]).toBe(message);
    expect(degraded.request).toEqual(params);
  });

  test('a fault of the request itself: it does not work, and says so', async () => {
    const degraded = await degradeRequest({tools: [{type: 'mcp_toolset', mcp_server_name: 'gone'}], mcp_servers: []});
    expect(degraded.works).toBe(false);
    expect(degraded.findings).toMatchObject([{id: 'request-toolset-unknown', server: null}]);
  });

  test('a request without servers works', async () => {
    expect(await degradeRequest({model: 'm'})).toEqual({request: {model: 'm'}, works: true, dropped: [], findings: []});
  });

  test('a name that is not there is refused with those that are', async () => {
    const body = requestOf([{type: 'url', url: 'https://mcp.notes.example.com/mcp', name: 'notes'}]);
    await expect(degradeRequest(body, {optional: ['mial']})).rejects.toThrow(
      /no MCP server named "mial".*There are: notes/,
    );
  });

  test('an aborted signal: nothing is sent, nothing is dropped, and nothing is said to work', async () => {
    const running = await startHttp(healthy, {welcomesAll: true});
    const body = requestOf([{type: 'url', url: `${running.origin}/mcp`, name: 'notes'}]);
    const degraded = await degradeRequest(body, {allowPrivate: true, signal: AbortSignal.abort()});
    expect(degraded).toMatchObject({works: false, dropped: []});
    expect(running.seen).toEqual([]);
  });
});

test('the schema of check --json is part of the library', () => {
  const schema: typeof Written.CHECK_SCHEMA = CHECK_SCHEMA;
  expect(schema).toHaveProperty('type', 'object');
});
