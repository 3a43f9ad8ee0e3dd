import fs from 'node:fs';
import type http from 'node:http';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {valueAt} from '../../../src/model/json.ts';
import {type Bisection, bisect} from '../../../src/probes/bisect/bisect.ts';
import {root} from '../../helpers/source-files.ts';
import {tempHome} from '../../helpers/temp-home.ts';
import {remoteEntry, testHost} from '../../servers/http-entry.ts';
import {legacySse, modern, parse, sendJson} from '../../servers/http-mcp.ts';
import {endServersAfterwards, type Handler, type Running, startHttp} from '../../servers/http-server.ts';
import {entryOf, realHost} from '../stdio/world.ts';

endServersAfterwards();

const signal = new AbortController().signal;
const named = ({parts}: Bisection): readonly string[] => parts.map(({kind, name}) => `${kind} ${name}`).sort();

const searchSse = async (
  isBad: (request: http.IncomingMessage, body: string) => boolean,
  headers: Readonly<Record<string, string>> = {},
): Promise<{readonly found: Bisection; readonly server: Running}> => {
  const good = legacySse();
  const handler: Handler = (request, response, body) =>
    isBad(request, body) ? sendJson(response, 500, {error: 'no'}) : good(request, response, body);
  const server = await startHttp(handler);
  const {entry, launch} = remoteEntry({url: `${server.origin}/sse`, transport: 'sse', headers});
  const found = await bisect(entry, launch, {host: testHost(), signal, pauseMs: 1, timeoutMs: 1500});
  return {found, server};
};

const HEADERS = {'X-Team': 'blue', 'X-Beta': 'tasks', Authorization: `Bearer ghp_${'z'.repeat(36)}`};
const hasCapability = (body: string, name: string): boolean =>
  body !== '' && valueAt(parse(body), ['params', 'capabilities', name]) !== undefined;

describe('the older transport (HTTP+SSE)', () => {
  test('a header that the stream refuses', async () => {
    const {found, server} = await searchSse((request) => request.headers['x-beta'] !== undefined, HEADERS);
    expect(found.outcome).toBe('found');
    expect(named(found)).toEqual(['header X-Beta']);
    expect(found.requests).toBe(server.seen.length);
    expect(server.seen.every(({headers}) => headers.authorization === HEADERS.Authorization)).toBe(true);
    expect(JSON.stringify(found)).not.toContain('ghp_');
  });

  test('a capability, and a pair of a header and a capability', async () => {
    const one = await searchSse((_, body) => hasCapability(body, 'elicitation'), HEADERS);
    expect(named(one.found)).toEqual(['capability elicitation']);
    const pair = await searchSse(
      (request, body) => request.headers['x-team'] === 'blue' && hasCapability(body, 'sampling'),
      HEADERS,
    );
    expect(pair.found.outcome).toBe('found');
    expect(named(pair.found)).toEqual(['capability sampling', 'header X-Team']);
    expect(pair.found.requests).toBeLessThanOrEqual(60);
  });

  test('a healthy one passes, by safe methods alone; one that is down fails anyway', async () => {
    const {found, server} = await searchSse(() => false, HEADERS);
    expect(found).toMatchObject({outcome: 'passes', parts: []});
    const methods = server.seen.filter(({method}) => method === 'POST').map(({body}) => parse(body)['method']);
    expect([...new Set(methods)].sort()).toEqual(['initialize', 'notifications/initialized', 'tools/list']);
    expect((await searchSse(() => true)).found).toMatchObject({outcome: 'fails-anyway', parts: []});
  });
});

const PICKY = path.join(root, 'test/servers/stdio/picky.mjs');

const searchProgram = async (
  rules: readonly string[],
  setting: {
    readonly own?: Readonly<Record<string, string>>;
    readonly shell?: Readonly<Record<string, string>>;
    readonly maxRequests?: number;
  } = {},
): Promise<Bisection> => {
  const entry = entryOf(process.execPath, [PICKY, ...rules], {launch: {env: setting.own ?? {}}});
  if (entry.launch === null) throw new Error('no launch');
  const env = {PATH: process.env['PATH'] ?? '', HOME: '/tmp', ...setting.shell};
  return bisect(entry, entry.launch, {
    host: realHost({env}),
    signal,
    pauseMs: 1,
    ...(setting.maxRequests === undefined ? {} : {maxRequests: setting.maxRequests}),
  });
};

const SHELL = Object.fromEntries(Array.from({length: 30}, (_, index) => [`SHELL_${index}`, 'x']));

describe('a local program', () => {
  test('one variable of thirty that the client hands on', async () => {
    const found = await searchProgram(['var:SHELL_17'], {shell: SHELL, own: {MODE: 'a'}});
    expect(found).toMatchObject({outcome: 'found', stage: 'initialize'});
    expect(named(found)).toEqual(['inherited SHELL_17']);
    expect(found.failing).toBe('it ends by itself (exit code 5) before it answers');
    expect(JSON.stringify(found)).not.toContain('"x"');
  });

  test('a variable of the entry; a pair of one and a capability', async () => {
    expect(named(await searchProgram(['var:MODE'], {own: {MODE: 'a', TEAM: 'b'}}))).toEqual(['variable MODE']);
    const pair = await searchProgram(['var:MODE', 'cap:sampling'], {own: {MODE: 'a', TEAM: 'b'}});
    expect(pair.outcome).toBe('found');
    expect(pair.requests).toBeLessThanOrEqual(45);
    expect(named(pair)).toEqual(['capability sampling', 'variable MODE']);
  });

  test('a variable without which it does not start belongs to the smallest start', async () => {
    const own = await searchProgram(['needs:DATA_DIR'], {own: {DATA_DIR: '/data'}});
    expect(own.outcome).toBe('passes');
    const shell = await searchProgram(['needs:SHELL_3', 'cap:tasks'], {shell: SHELL});
    expect(named(shell)).toEqual(['capability tasks']);
  });

  test('the order of the first messages', async () => {
    expect(named(await searchProgram(['second:server/discover']))).toEqual(['order discover-first']);
    const lists = await searchProgram(['second:prompts/list']);
    expect(lists).toMatchObject({outcome: 'found', stage: 'tools/list'});
    expect(named(lists)).toEqual(['order lists-at-once']);
  });

  test('credentials are always there, and their values nowhere', async () => {
    const token = `sk-${'q'.repeat(40)}`;
    const found = await searchProgram(['needs:API_TOKEN', 'cap:roots'], {own: {API_TOKEN: token}});
    expect(named(found)).toEqual(['capability roots']);
    expect(JSON.stringify(found)).not.toMatch(/API_TOKEN|q{8}/);
  });

  test('a healthy one passes; one that always ends fails anyway; the number of starts is kept', async () => {
    expect(await searchProgram([], {shell: SHELL})).toMatchObject({outcome: 'passes', requests: 3});
    expect(await searchProgram(['second:initialize'])).toMatchObject({outcome: 'fails-anyway', parts: []});
    expect(await searchProgram(['var:SHELL_9'], {shell: SHELL, maxRequests: 4})).toMatchObject({
      outcome: 'cut-short',
      requests: 4,
    });
  });
});

describe('a server of the era without initialize', () => {
  test('behind a URL: it passes, and a header or a capability that breaks it is named', async () => {
    const search = async (isBad: (request: http.IncomingMessage, body: string) => boolean): Promise<Bisection> => {
      const server = await startHttp((request, response, body) =>
        isBad(request, body) ? sendJson(response, 500, {error: 'no'}) : modern(request, response, body),
      );
      const {entry, launch} = remoteEntry({url: `${server.origin}/mcp`, headers: {'X-Team': 'blue'}});
      return bisect(entry, launch, {host: testHost(), signal, pauseMs: 1});
    };
    expect(await search(() => false)).toMatchObject({outcome: 'passes'});
    expect(named(await search(({headers}) => headers['x-team'] !== undefined))).toEqual(['header X-Team']);
    const found = await search((_, body) => body.includes('"elicitation"'));
    expect(found.outcome).toBe('found');
    expect(named(found)).toEqual(['capability elicitation']);
  });

  test('a local program passes', async () => {
    const file = path.join(root, 'test/servers/stdio/modern-only.mjs');
    const entry = entryOf(process.execPath, [file]);
    if (entry.launch === null) throw new Error('no launch');
    const host = realHost({env: {PATH: process.env['PATH'] ?? '', HOME: '/tmp'}});
    expect(await bisect(entry, entry.launch, {host, signal, pauseMs: 1})).toMatchObject({outcome: 'passes'});
  });
});

describe('a server that fails at random is blamed on no part', () => {
  test('a program, one start of three, by four rows of lots', async () => {
    const world = tempHome();
    const outcomes = new Set<string>();
    for (let seed = 1; seed <= 4; seed += 1) {
      const lots = path.join(world.dir, `lots-${seed}`);
      fs.writeFileSync(lots, String(seed * 7919));
      const found = await searchProgram([`random:${lots}`], {own: {MODE: 'a', TEAM: 'b'}});
      outcomes.add(found.outcome);
      expect(found.outcome, `seed ${seed}`).not.toBe('found');
      expect(found.parts).toEqual([]);
    }
    expect(outcomes).toContain('unsteady');
  });

  test('a server behind a URL, three of ten requests, by thirty rows of lots: at most one wrong word', async () => {
    let state = 1;
    const lot = (): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    let wrong = 0;
    for (let seed = 1; seed <= 30; seed += 1) {
      state = seed * 104_729;
      const {found} = await searchSse(
        (_, body) => body !== '' && parse(body)['method'] === 'initialize' && lot() < 0.3,
        {
          'X-Team': 'blue',
        },
      );
      if (found.outcome === 'found') wrong += 1;
    }
    expect(wrong).toBeLessThanOrEqual(1);
  });
});
