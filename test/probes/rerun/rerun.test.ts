import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {diagnoseAll} from '../../../src/diagnosis/index.ts';
import {isRecord} from '../../../src/model/json.ts';
import type {ServerEntry} from '../../../src/model/server.ts';
import {investigate} from '../../../src/probes/investigate.ts';
import {type RerunOutcome, rerun} from '../../../src/probes/rerun/rerun.ts';
import {isSameSeen} from '../../../src/probes/rerun/seen-again.ts';
import {type Repro, reproOf} from '../../../src/reports/repro.ts';
import {sections} from '../../helpers/healthy.ts';
import {root} from '../../helpers/source-files.ts';
import {remoteEntry} from '../../servers/http-entry.ts';
import {healthy, parse, sendJson, withSession} from '../../servers/http-mcp.ts';
import {endServersAfterwards, freePort, type Handler, startHttp} from '../../servers/http-server.ts';
import {OUR_VERSION} from '../../servers/http-version.ts';
import {entryOf, realHost} from '../stdio/world.ts';

endServersAfterwards();

const host = realHost({version: OUR_VERSION});
const signal = new AbortController().signal;

/** Investigates, makes the reproduction, runs it. */
const reproduced = async (
  entry: ServerEntry,
  shown: Partial<typeof sections.entry>,
  timeoutMs = 6000,
): Promise<{readonly repro: Repro; readonly outcome: RerunOutcome; readonly id: string | null}> => {
  const entryEvidence = {...sections.entry, ...shown, transport: entry.transport};
  const evidence = await investigate(entry, {host, entryEvidence, timeoutMs, signal});
  const [finding] = diagnoseAll(evidence).findings;
  const repro = reproOf(evidence, finding ?? null);
  if ('none' in repro) throw new Error(repro.none);
  const outcome = await rerun(entry, evidence, repro, {host, timeoutMs: 3000, signal});
  if (outcome === null) throw new Error('not run');
  return {repro, outcome, id: finding?.id ?? null};
};

const program = (name: string, timeoutMs?: number): ReturnType<typeof reproduced> => {
  const file = path.join(root, 'test/servers/stdio', `${name}.mjs`);
  return reproduced(entryOf('node', [file]), {command: 'node', args: [file]}, timeoutMs);
};

const remote = async (handler: Handler, path = '/mcp'): ReturnType<typeof reproduced> => {
  const server = await startHttp(handler);
  const url = `${server.origin}${path}`;
  return reproduced(remoteEntry({url}).entry, {command: null, args: [], url});
};

describe('a local program', () => {
  test.each([
    ['crash-at-start', 'ended'],
    ['banner', 'noise'],
    ['refuses-hello', 'error'],
    ['crash-on-list', 'ended'],
    ['healthy', 'answered'],
    ['paged', 'answered'],
    ['malformed-hello', 'answered'],
    ['misses-method', 'error'],
    ['resources-only', 'error'],
  ] as const)('%s is shown again', async (name, kind) => {
    const {outcome} = await program(name);
    expect(outcome.words).toMatch(/^It shows the same/);
    expect(outcome.seen.kind).toBe(kind);
  });

  test('silence is shown again, with the input held open', async () => {
    const {outcome, repro} = await program('silent', 1500);
    expect(outcome).toMatchObject({isSame: true, seen: {kind: 'silence'}});
    expect(repro.text).toContain('sleep');
  });

  test('an answer that comes only when the input is closed is no answer', async () => {
    const {outcome} = await program('buffered', 1500);
    expect(outcome).toMatchObject({isSame: true, seen: {kind: 'silence'}});
  });

  test('a command that is not there', async () => {
    const {outcome, repro} = await reproduced(entryOf('no-such-program-here', ['x']), {
      command: 'no-such-program-here',
      args: ['x'],
    });
    expect(outcome).toMatchObject({isSame: true, seen: {kind: 'not-started', detail: 'ENOENT'}});
    expect(repro.text).toMatch(/\| no-such-program-here x$/);
  });
});

describe('a server behind a URL', () => {
  test.each([
    [401, 'status'],
    [404, 'status'],
    [500, 'status'],
  ] as const)('HTTP %d is shown again', async (status, kind) => {
    const {outcome} = await remote((_, response) => sendJson(response, status, {error: 'no'}));
    expect(outcome).toMatchObject({isSame: true, seen: {kind, detail: String(status)}});
  });

  test('a refused connection', async () => {
    const url = `http://127.0.0.1:${await freePort()}/mcp`;
    const {outcome} = await reproduced(remoteEntry({url}).entry, {command: null, args: [], url});
    expect(outcome).toMatchObject({isSame: true, seen: {kind: 'no-connection', detail: 'ECONNREFUSED'}});
  });

  test('an error of tools/list, after a hello with a session', async () => {
    const base = withSession();
    const {outcome, repro} = await remote((request, response, body) => {
      const message = parse(body);
      if (message['method'] !== 'tools/list') return base(request, response, body);
      return sendJson(response, 200, {
        jsonrpc: '2.0',
        id: message['id'] ?? null,
        error: {code: -32603, message: 'database is closed'},
      });
    });
    expect(outcome).toMatchObject({isSame: true, seen: {kind: 'error', detail: '-32603'}});
    expect(repro.text).toContain('Mcp-Session-Id: $SESSION');
    expect(repro.messages).toHaveLength(3);
  });

  test('a server that mended itself in between is not said to show the same', async () => {
    let hellos = 0;
    const {outcome} = await remote((request, response, body) => {
      const message: unknown = body === '' ? {} : JSON.parse(body);
      const isHello = isRecord(message) && message['method'] === 'initialize';
      if (isHello && isRecord(message['params'])) hellos += 1;
      // Our own checks say who they are with another name than the reproduction's.
      if (isHello && !body.includes('"version":"1"')) return sendJson(response, 403, {error: 'no'});
      return healthy(request, response, body);
    });
    expect(hellos).toBeGreaterThan(1);
    expect(outcome.isSame).toBe(false);
    expect(outcome.words).toMatch(/something else.*answers.*403/);
  });
});

describe('what counts as the same', () => {
  test.each([
    ['another status', {kind: 'status', detail: '401'}, {kind: 'status', detail: '403'}, false],
    ['another end', {kind: 'ended', detail: 'exit code 1'}, {kind: 'ended', detail: 'signal SIGKILL'}, false],
    [
      'one of several codes',
      {kind: 'no-connection', detail: 'ECONNREFUSED ECONNREFUSED'},
      {kind: 'no-connection', detail: 'ECONNREFUSED'},
      true,
    ],
    [
      'another code',
      {kind: 'no-connection', detail: 'ECONNREFUSED'},
      {kind: 'no-connection', detail: 'ENOTFOUND'},
      false,
    ],
    [
      'answers but for ids',
      {kind: 'answered', detail: '', text: '{"id":1,"a":2}'},
      {kind: 'answered', detail: '', text: '{"id": 7, "a": 2}'},
      true,
    ],
    [
      'other answers',
      {kind: 'answered', detail: '', text: '{"id":1,"a":2}'},
      {kind: 'answered', detail: '', text: '{"id":1,"b":2}'},
      false,
    ],
  ] as const)('%s', (_, was, is, same) => {
    expect(isSameSeen({text: '', ...was}, {text: '', ...is})).toBe(same);
  });
});
