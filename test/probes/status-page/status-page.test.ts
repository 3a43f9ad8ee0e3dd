import {describe, expect, test} from 'vitest';
import type {ProviderStatus} from '../../../src/model/provider-status.ts';
import {createRedactor} from '../../../src/model/redact.ts';
import {askStatusPage} from '../../../src/probes/status-page/ask-status-page.ts';
import {STATUS_PAGES, type StatusPage, statusPageOf} from '../../../src/probes/status-page/status-pages.ts';
import {testHost} from '../../servers/http-entry.ts';
import {sendJson} from '../../servers/http-mcp.ts';
import {endServersAfterwards, freePort, type Handler, startHttp} from '../../servers/http-server.ts';

endServersAfterwards();

const loopbackPage = (origin: string): StatusPage => ({
  provider: 'Acme',
  hosts: ['acme.example'],
  page: 'https://status.acme.example',
  document: `${origin}/api/v2/summary.json`,
});

const everywhere = (): boolean => true;

const read = async (
  handler: Handler,
  more: {readonly timeoutMs?: number; readonly secrets?: readonly string[]} = {},
): Promise<{readonly status: ProviderStatus; readonly seen: Awaited<ReturnType<typeof startHttp>>['seen']}> => {
  const server = await startHttp(handler);
  const status = await askStatusPage(loopbackPage(server.origin), {
    host: testHost(),
    redactor: createRedactor(more.secrets ?? []),
    signal: new AbortController().signal,
    isAllowed: everywhere,
    ...(more.timeoutMs === undefined ? {} : {timeoutMs: more.timeoutMs}),
  });
  return {status, seen: server.seen};
};

const OUTAGE = {
  page: {name: 'Acme'},
  status: {indicator: 'major', description: 'Partial System Outage'},
  incidents: [
    {name: 'Old trouble', status: 'resolved', created_at: '2026-11-20T08:00:00Z'},
    {name: 'MCP API answers 503', status: 'investigating', started_at: '2026-11-21T09:30:00+02:00'},
  ],
  scheduled_maintenances: [
    {name: 'Database upgrade', status: 'in_progress', scheduled_for: '2026-11-21T06:00:00Z'},
    {name: 'Next month', status: 'scheduled', scheduled_for: '2026-12-21T06:00:00Z'},
  ],
  components: [
    {name: 'API', status: 'partial_outage'},
    {name: 'Website', status: 'operational'},
    {name: 'Everything', status: 'partial_outage', group: true},
  ],
};

describe('what a status document says', () => {
  test('an outage: what is open now, newest first, and what is not operational', async () => {
    const {status} = await read((_, response) => sendJson(response, 200, OUTAGE));
    expect(status).toMatchObject({
      provider: 'Acme',
      outcome: 'told',
      indicator: 'major',
      description: 'Partial System Outage',
      incidents: [
        {name: 'MCP API answers 503', status: 'investigating', since: '2026-11-21T07:30:00.000Z'},
        {name: 'Database upgrade', status: 'in_progress'},
      ],
      components: [{name: 'API', status: 'partial outage'}],
      why: null,
    });
  });

  test('one GET of the fixed address, which carries nothing of anybody', async () => {
    const {seen} = await read((_, response) => sendJson(response, 200, OUTAGE));
    expect(seen.map(({method, url, body}) => [method, url, body])).toEqual([['GET', '/api/v2/summary.json', '']]);
    expect(Object.keys(seen[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  test('all is well; and a word that the format does not have', async () => {
    const calm = await read((_, response) =>
      sendJson(response, 200, {status: {indicator: 'none', description: 'All'}}),
    );
    expect(calm.status).toMatchObject({outcome: 'told', indicator: 'none', incidents: [], components: []});
    const odd = await read((_, response) => sendJson(response, 200, {status: {indicator: 'purple'}}));
    expect(odd.status).toMatchObject({outcome: 'told', indicator: 'unknown', description: null});
  });

  test('foreign text is short, printable, and holds no secret of ours', async () => {
    const token = `ghp_${'x'.repeat(36)}`;
    const {status} = await read(
      (_, response) =>
        sendJson(response, 200, {
          status: {indicator: 'minor', description: `\u001b]0;own\u0007 ${token} ${'long '.repeat(200)}`},
          incidents: Array.from({length: 50}, (_one, index) => ({name: `\u001b[31m${index}`, status: 'identified'})),
        }),
      {secrets: [token]},
    );
    expect(JSON.stringify(status)).not.toMatch(/\\u001b|\\u0007|[\u0000-\u001f]/);
    expect(JSON.stringify(status)).not.toContain(token);
    expect(status.description?.length).toBeLessThanOrEqual(200);
    expect(status.incidents).toHaveLength(3);
  });
});

describe('what is no status document says so', () => {
  test.each([
    ['a page', (_: unknown, response: Parameters<Handler>[1]) => response.end('<html>'), /no status document/],
    ['other JSON', (_: unknown, response: Parameters<Handler>[1]) => sendJson(response, 200, {a: 1}), /no status/],
    ['an error', (_: unknown, response: Parameters<Handler>[1]) => sendJson(response, 503, OUTAGE), /HTTP 503/],
  ] as const)('%s', async (_, handler, why) => {
    const {status} = await read(handler);
    expect(status).toMatchObject({outcome: 'no-answer', indicator: null, incidents: []});
    expect(status.why).toMatch(why);
  });

  test('a redirect to elsewhere is not followed', async () => {
    const elsewhere = await startHttp((_, response) => sendJson(response, 200, OUTAGE));
    const {status} = await read((_, response) => response.writeHead(302, {location: `${elsewhere.origin}/x`}).end());
    expect(status).toMatchObject({outcome: 'no-answer', why: 'it answers HTTP 302'});
    expect(elsewhere.seen).toEqual([]);
  });

  test('silence ends at the limit, a closed port at once', async () => {
    const started = Date.now();
    const {status} = await read(() => undefined, {timeoutMs: 300});
    expect(status).toMatchObject({outcome: 'no-answer', why: 'no answer within 0.3 s'});
    expect(Date.now() - started).toBeLessThan(2500);
    const closed = await askStatusPage(loopbackPage(`http://127.0.0.1:${await freePort()}`), {
      host: testHost(),
      redactor: createRedactor([]),
      signal: new AbortController().signal,
      isAllowed: everywhere,
    });
    expect(closed.why).toBe('it cannot be reached (ECONNREFUSED)');
  });

  test('without the override of this test, an address of this machine is not called', async () => {
    const server = await startHttp((_, response) => sendJson(response, 200, OUTAGE));
    const status = await askStatusPage(loopbackPage(server.origin), {
      host: testHost(),
      redactor: createRedactor([]),
      signal: new AbortController().signal,
    });
    expect(status.outcome).toBe('no-answer');
    expect(server.seen).toEqual([]);
  });
});

describe('the table of pages', () => {
  test('vendors and their platforms are known by name, and nobody by a likeness', () => {
    expect(statusPageOf('api.githubcopilot.com')?.provider).toBe('GitHub');
    expect(statusPageOf('MCP.Linear.app.')?.provider).toBe('Linear');
    expect(statusPageOf('my-tools.workers.dev')?.provider).toBe('Cloudflare');
    expect(statusPageOf('notgithub.com')).toBeNull();
    expect(statusPageOf('github.com.evil.example')).toBeNull();
    expect(statusPageOf('127.0.0.1')).toBeNull();
  });

  test('every page is https, without a query, a user name or a port, and no host has two', () => {
    for (const {page, document, provider} of STATUS_PAGES)
      for (const url of [page, ...(document === null ? [] : [document])].map((text) => new URL(text)))
        expect([url.protocol, url.search, url.username, url.port, url.hash], provider).toEqual([
          'https:',
          '',
          '',
          '',
          '',
        ]);
    const hosts = STATUS_PAGES.flatMap((one) => one.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
    for (const one of STATUS_PAGES)
      if (one.document !== null) expect(new URL(one.document).host).toBe(new URL(one.page).host);
  });
});
