import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {type Evidence, seen} from '../../../src/model/evidence.ts';
import {look, type Setting} from './world.ts';

const SERVERS = path.resolve(import.meta.dirname, '../../servers/stdio');

const ask = (server: string, setting: Setting & {readonly args?: readonly string[]} = {}): Promise<Evidence> =>
  look('node', [path.join(SERVERS, `${server}.mjs`), ...(setting.args ?? [])], setting);

describe('healthy servers', () => {
  test.each([
    ['healthy', 2],
    ['slow', 2],
    ['chatty', 2],
    ['early-log', 2],
    ['asks-back', 2],
    ['paged', 2],
    ['resources-only', 0],
    ['floods', 2],
  ])('%s says hello and lists %i tools', async (server, count) => {
    const evidence = await ask(server);
    const [launch, handshake, tools] = [seen(evidence, 'launch'), seen(evidence, 'handshake'), seen(evidence, 'tools')];
    expect(handshake).toMatchObject({era: 'legacy', error: null, timedOut: false, serverName: 'notes', malformed: []});
    expect(tools).toMatchObject({count, stoppedAt: 'end', error: null, troubles: [], hasCursorLoop: false});
    expect(launch).toMatchObject({exit: null, endedDuring: null, timedOut: false, oddities: [], isInstalling: false});
    expect(launch?.closing).toMatchObject({by: 'stdin', survivors: []});
    expect(evidence.limitHit).toBe(false);
  });

  test('a server with resources alone declares no tools and lacks no method but the one it does not answer', async () => {
    const tools = seen(await ask('resources-only'), 'tools');
    expect(tools).toMatchObject({
      isDeclared: false,
      hasResources: true,
      hasPrompts: true,
      missingMethods: ['prompts/list'],
    });
  });

  test('an older revision is taken, one that insists on it is asked again in its own', async () => {
    expect(seen(await ask('older'), 'handshake')).toMatchObject({era: 'legacy', version: '2024-11-05', malformed: []});
    const picky = seen(await ask('picky-version'), 'handshake');
    expect(picky).toMatchObject({era: 'legacy', version: '2024-11-05'});
    expect(picky?.asked.map(({outcome}) => outcome)).toEqual(['error', 'answered']);
  });

  test('a modern server is found out in the same process and its tools are listed', async () => {
    const evidence = await ask('modern-only');
    expect(seen(evidence, 'handshake')).toMatchObject({era: 'modern', version: '2026-07-28', serverVersion: '2.0.0'});
    expect(seen(evidence, 'handshake')?.asked.map(({method}) => method)).toEqual(['initialize', 'server/discover']);
    expect(seen(evidence, 'tools')).toMatchObject({count: 2, stoppedAt: 'end'});
  });
});

describe('how messages are written', () => {
  test.each([
    ['content-length', 'unreadable'],
    ['several-lines', 'unreadable'],
    ['bom', 'unreadable'],
    ['python-repr', 'unreadable'],
    ['wrong-id', 'unreadable'],
    ['no-jsonrpc', 'unreadable'],
    ['batch', 'unreadable'],
    ['no-newline', 'unreadable'],
    ['nul-bytes', 'unreadable'],
    ['result-and-error', 'unreadable'],
    ['nan-literal', 'unreadable'],
    ['truncated-json', 'closed'],
    ['carriage-return', 'answered'],
    ['id-type', 'answered'],
  ])('%s is seen, and the hello is %s', async (way, outcome) => {
    const evidence = await ask('written-oddly', {args: [way]});
    expect(seen(evidence, 'launch')?.oddities[0]).toMatchObject({kind: way, during: 'initialize'});
    expect(seen(evidence, 'handshake')?.asked[0]).toMatchObject({method: 'initialize', outcome});
    if (outcome !== 'answered') expect(evidence.tools).toHaveProperty('skipped');
  });

  test('a server that reads only framed messages is found out before its time ends', async () => {
    const evidence = await ask('framed-only', {timeoutMs: 2500});
    expect(seen(evidence, 'launch')?.oddities.map(({kind}) => kind)).toEqual(['content-length']);
  });

  test('words on standard output are told with when they came', async () => {
    const launch = seen(await ask('banner'), 'launch');
    expect(launch?.noise.map(({text, phase, isGlued}) => ({text, phase, isGlued}))).toEqual([
      {text: 'Notes server 1.0', phase: 'before-handshake', isGlued: false},
      {text: '[dotenv] injecting env (3) from .env', phase: 'before-handshake', isGlued: false},
      {text: 'listing', phase: 'during-list', isGlued: false},
    ]);
  });

  test('words in front of the message spoil it', async () => {
    const evidence = await ask('glued');
    expect(seen(evidence, 'launch')?.noise[0]).toMatchObject({isGlued: true});
    expect(seen(evidence, 'handshake')).toMatchObject({era: null, timedOut: false});
  });
});

describe('servers that end or say nothing', () => {
  test('a crash at the start tells its code and its last words, without the secret', async () => {
    const secret = `tok-${'q'.repeat(20)}`;
    const evidence = await ask('crash-at-start', {
      launch: {env: {NOTES_TOKEN: secret}},
      entry: {secrets: [secret]},
    });
    const launch = seen(evidence, 'launch');
    expect(launch).toMatchObject({exit: {code: 3, signal: null}, endedDuring: 'initialize', closing: {by: 'self'}});
    expect(launch?.stderr.head).toContain('NOTES_TOKEN is');
    expect(JSON.stringify(evidence)).not.toContain(secret);
    expect(launch?.envNames).toContain('NOTES_TOKEN');
  });

  test('a crash in tools/list is told as that', async () => {
    const evidence = await ask('crash-on-list');
    expect(seen(evidence, 'launch')).toMatchObject({exit: {code: 4}, endedDuring: 'tools/list'});
    expect(seen(evidence, 'tools')).toMatchObject({closed: true, timedOut: false});
  });

  test('a signal is told by its name', async () => {
    expect(seen(await ask('killed'), 'launch')?.exit).toMatchObject({code: null, signal: 'SIGKILL'});
  });

  test('silence ends at the time limit and says what was waited for', async () => {
    const startedAt = Date.now();
    const evidence = await ask('silent', {timeoutMs: 1500});
    expect(Date.now() - startedAt).toBeLessThan(1500 + 1500);
    expect(evidence.limitHit).toBe(true);
    expect(seen(evidence, 'launch')).toMatchObject({timedOut: true, exit: null, answeredLate: []});
    expect(seen(evidence, 'handshake')).toMatchObject({
      timedOut: true,
      asked: [{method: 'initialize', outcome: 'silence'}],
    });
    const list = await ask('silent-list', {timeoutMs: 1500});
    expect(seen(list, 'handshake')).toMatchObject({timedOut: false, era: 'legacy'});
    expect(seen(list, 'tools')).toMatchObject({timedOut: true, stoppedAt: 'time'});
  });

  test('an answer that comes when the input is closed is told as late', async () => {
    expect(seen(await ask('buffered', {timeoutMs: 1500}), 'launch')?.answeredLate).toEqual(['initialize']);
  });

  test('a server that ends of our own last words was silent, whatever it flushes then', async () => {
    const evidence = await ask('buffered-strict', {timeoutMs: 2500});
    expect(seen(evidence, 'launch')).toMatchObject({exit: null, endedDuring: null, timedOut: true});
    expect(seen(evidence, 'handshake')).toMatchObject({version: null, timedOut: true, asked: [{outcome: 'silence'}]});
    expect(seen(evidence, 'tools')).toBeUndefined();
  });

  test('the other lists that a server declares are asked for, and how they fail is told', async () => {
    const tools = seen(await ask('lists-fail'), 'tools');
    expect(tools).toMatchObject({error: null, count: 2, missingMethods: []});
    expect(tools?.failedLists).toEqual([
      {method: 'resources/list', error: null},
      {method: 'prompts/list', error: {code: -32603, message: 'prompt store not ready', data: null}},
    ]);
  });

  test("refusals keep the server's own words", async () => {
    const handshake = seen(await ask('refuses-hello'), 'handshake');
    expect(handshake).toMatchObject({era: null, error: {code: -32603, message: 'database is locked'}});
    expect(seen(await ask('malformed-hello'), 'handshake')?.malformed).toEqual([
      {field: 'protocolVersion', seen: '20251125'},
      {field: 'serverInfo', seen: 'nothing'},
    ]);
  });

  test('a server that ends on our second question is not called crashed', async () => {
    const evidence = await ask('refuses-hello', {args: ['touchy']});
    expect(seen(evidence, 'launch')).toMatchObject({exit: null, endedDuring: null});
    expect(seen(evidence, 'handshake')).toMatchObject({error: {message: 'database is locked'}});
    expect(seen(evidence, 'handshake')?.asked.map(({outcome}) => outcome)).toEqual(['error', 'closed']);
  });

  test('the same page again is a loop and counts once', async () => {
    expect(seen(await ask('cursor-loop'), 'tools')).toMatchObject({hasCursorLoop: true, count: 2, troubles: []});
  });
});
