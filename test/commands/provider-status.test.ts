import {Ajv} from 'ajv';
import {describe, expect, test} from 'vitest';
import {parseArguments} from '../../src/commands/arguments.ts';
import {
  providerStatuses,
  providerStatusText,
  type StatusChoice,
  statusChoiceIn,
} from '../../src/commands/provider-status.ts';
import {diagnoseAll, statusOf} from '../../src/diagnosis/index.ts';
import type {Evidence} from '../../src/model/evidence.ts';
import type {Investigation} from '../../src/model/investigation.ts';
import type {StatusPage} from '../../src/probes/status-page/status-pages.ts';
import {checkReport} from '../../src/reports/check-report.ts';
import {CHECK_SCHEMA} from '../../src/reports/check-schema.ts';
import {asked, probe, remoteEntry, testHost} from '../servers/http-entry.ts';
import {healthy, sendJson} from '../servers/http-mcp.ts';
import {endServersAfterwards, freePort, type Handler, type Running, startHttp} from '../servers/http-server.ts';

endServersAfterwards();

const YES: StatusChoice = {mayAsk: true, why: ''};
const TOKEN = `ghp_${'k'.repeat(36)}`;

/** A look at a real server, as if it stood at Acme's public host. */
const lookAt = async (url: string, timeoutMs = 1500): Promise<Pick<Investigation, 'entry' | 'evidence' | 'status'>> => {
  const headers = {Authorization: `Bearer ${TOKEN}`};
  const {entry} = remoteEntry({url, headers});
  const sections = await probe({url, headers, timeoutMs});
  const network = {...asked(sections.network), host: 'mcp.acme.example', reach: 'public' as const};
  const evidence: Evidence = {
    machine: {platform: 'linux', node: '20.0.0', home: '/home/test', nowMs: Date.now()},
    ...sections,
    network,
  };
  return {entry, evidence, status: statusOf(evidence, diagnoseAll(evidence), entry.standing).status};
};

const provider = async (): Promise<{readonly server: Running; readonly pages: readonly StatusPage[]}> => {
  const server = await startHttp((_, response) =>
    sendJson(response, 200, {status: {indicator: 'major', description: 'Outage'}, incidents: []}),
  );
  const document = `${server.origin}/api/v2/summary.json`;
  return {
    server,
    pages: [{provider: 'Acme', hosts: ['acme.example'], page: 'https://status.acme.example', document}],
  };
};

const ask = (looks: readonly Awaited<ReturnType<typeof lookAt>>[], pages: readonly StatusPage[], choice = YES) =>
  providerStatuses(looks, {
    host: testHost(),
    choice,
    signal: new AbortController().signal,
    pages,
    isAllowed: () => true,
  });

/** The probes themselves look at other ports of this machine, by POST. */
const reads = (server: Running): Running['seen'] => server.seen.filter(({method}) => method === 'GET');

const answering = async (handler: Handler): Promise<string> => `${(await startHttp(handler)).origin}/mcp`;

describe('a provider is asked only where an outage is possible', () => {
  test.each([
    ['500', (_: unknown, response: Parameters<Handler>[1]) => sendJson(response, 500, {error: 'x'}), 1],
    ['503', (_: unknown, response: Parameters<Handler>[1]) => sendJson(response, 503, {error: 'x'}), 1],
    ['429', (_: unknown, response: Parameters<Handler>[1]) => sendJson(response, 429, {}, {'retry-after': '900'}), 1],
    ['silence', () => undefined, 1],
    ['a broken connection', (request: Parameters<Handler>[0]) => request.socket.destroy(), 1],
    ['401', (_: unknown, response: Parameters<Handler>[1]) => sendJson(response, 401, {error: 'x'}), 0],
    ['404', (_: unknown, response: Parameters<Handler>[1]) => sendJson(response, 404, {error: 'x'}), 0],
    ['a healthy server', healthy, 0],
  ] as const)('%s', async (_, handler, times) => {
    const {server, pages} = await provider();
    const statuses = await ask([await lookAt(await answering(handler))], pages);
    expect(reads(server)).toHaveLength(times);
    expect(statuses.size).toBe(times);
  });

  test('a refused connection; but not where our own network is down, and not for a host of ours', async () => {
    const {server, pages} = await provider();
    const look = await lookAt(`http://127.0.0.1:${await freePort()}/mcp`, 700);
    const network = asked(look.evidence.network);
    const offline = {...network, control: {...network.control, hasNetwork: false}};
    const inner = {...network, reach: 'private' as const};
    const others = [offline, inner].map((one) => ({...look, evidence: {...look.evidence, network: one}}));
    expect((await ask(others, pages)).size).toBe(0);
    expect(reads(server)).toEqual([]);
    expect((await ask([look], pages)).get(0)).toMatchObject({outcome: 'told', indicator: 'major'});
  });

  test('two servers of one provider: one question, which carries nothing of theirs', async () => {
    const {server, pages} = await provider();
    const url = await answering((_, response) => sendJson(response, 502, {error: 'x'}));
    const looks = [await lookAt(url), await lookAt(url)];
    const statuses = await ask(looks, pages);
    expect([...statuses.keys()]).toEqual([0, 1]);
    expect(reads(server)).toHaveLength(1);
    expect(JSON.stringify(reads(server))).not.toContain(TOKEN);
    expect(JSON.stringify(reads(server))).not.toMatch(/notes|mcp\.acme/);
    expect(providerStatusText(looks, statuses)).toMatch(/notes: Acme says of itself: "Outage" \(a major incident/);
  });
});

describe('for scripts', () => {
  test('providerStatus stands at the server it is about, as the schema says', async () => {
    const {pages} = await provider();
    const broken = await lookAt(await answering((_, response) => sendJson(response, 500, {})));
    const well = await lookAt(await answering(healthy));
    const statuses = await ask([well, broken], pages);
    const investigations = [well, broken].map((look) => ({
      ...look,
      diagnosis: diagnoseAll(look.evidence),
      steps: [],
      digest: 'a'.repeat(64),
      durationMs: 1,
    }));
    const parts = {version: '0', startedAt: 0, now: 1, files: [], investigations};
    const report = checkReport({...parts, statuses});
    expect(report.servers.map(({providerStatus}) => providerStatus?.indicator)).toEqual([undefined, 'major']);
    const validate = new Ajv({strict: false}).compile(CHECK_SCHEMA);
    expect(validate(JSON.parse(JSON.stringify(report))), JSON.stringify(validate.errors)).toBe(true);
    expect(JSON.stringify(checkReport(parts))).not.toContain('providerStatus');
  });
});

describe('nothing is sent without --status', () => {
  const choice = (args: readonly string[], env: Readonly<Record<string, string>> = {}): StatusChoice =>
    statusChoiceIn(parseArguments(['check', ...args]), testHost(env));

  test('by default, with --offline, and where MCP_FIX_OFFLINE is set, the page is named and not asked', async () => {
    const {server, pages} = await provider();
    const look = await lookAt(await answering((_, response) => sendJson(response, 500, {})));
    for (const one of [choice([]), choice(['--status', '--offline']), choice(['--status'], {MCP_FIX_OFFLINE: '1'})]) {
      expect(one.mayAsk).toBe(false);
      const statuses = await ask([look], pages, one);
      expect(statuses.get(0)).toMatchObject({outcome: 'not-asked', why: one.why, askedAt: null});
      expect(providerStatusText([look], statuses)).toContain('https://status.acme.example');
    }
    expect(reads(server)).toEqual([]);
    expect(choice(['--status']).mayAsk).toBe(true);
    expect(choice(['--status'], {CI: 'true', MCP_FIX_OFFLINE: '0'}).mayAsk).toBe(true);
  });
});
