import {expect, test} from 'vitest';
import {parseArguments} from '../../src/commands/arguments.ts';
import {isOffline} from '../../src/commands/provider-status.ts';
import {openSession} from '../../src/commands/session.ts';
import {statusPorts} from '../../src/commands/wizard-status.ts';
import type {Checked} from '../../src/repair/answers.ts';
import {evidenceOf} from '../helpers/evidence.ts';
import {testHost} from '../servers/http-entry.ts';
import {sendJson} from '../servers/http-mcp.ts';
import {endServersAfterwards, startHttp} from '../servers/http-server.ts';

endServersAfterwards();

/** A look at a server that answered 503. */
const looked = (httpStatus: number): Checked => {
  const evidence = evidenceOf({
    network: {host: 'mcp.acme.example', reach: 'public'},
    http: {main: {response: {status: httpStatus}}},
  });
  return {
    key: 'k',
    evidence,
    diagnosis: {findings: [], notChecked: [], crashed: []},
    steps: [],
    status: 'broken',
    digest: 'd',
    durationMs: 1,
  };
};

const open = async (isOfflineNow: boolean) => {
  const server = await startHttp((_, response) =>
    sendJson(response, 200, {status: {indicator: 'major', description: 'Outage'}, incidents: []}),
  );
  const session = await openSession(parseArguments(['wizard']), testHost());
  const document = `${server.origin}/api/v2/summary.json`;
  const pages = [{provider: 'Acme', hosts: ['acme.example'], page: 'https://status.acme.example', document}];
  const ports = statusPorts(session, {isOffline: isOfflineNow, pages, isAllowed: () => true});
  return {server, ports, host: new URL(server.origin).host};
};

const ask = new AbortController().signal;

test('a look that failed as in an outage names the page; nothing is sent before it is asked for', async () => {
  const {server, ports, host} = await open(false);
  const checked = ports.withPage(looked(503));
  expect(checked.statusPage).toEqual({provider: 'Acme', page: 'https://status.acme.example', host});
  expect(server.seen).toEqual([]);
  expect((await ports.providerStatus(checked, ask)).join('\n')).toContain('Acme says of itself: "Outage"');
  expect(server.seen.map(({method, url}) => `${method} ${url}`)).toEqual(['GET /api/v2/summary.json']);
});

test('a wrong token is no outage', async () => {
  const {ports} = await open(false);
  expect(ports.withPage(looked(401)).statusPage).toBeNull();
  expect(ports.withPage({...looked(503), status: 'unchecked'}).statusPage).toBeNull();
});

test('offline the page is named, and never asked', async () => {
  const {server, ports} = await open(true);
  const checked = ports.withPage(looked(503));
  expect(checked.statusPage).toMatchObject({provider: 'Acme', host: null});
  expect(await ports.providerStatus(checked, ask)).toEqual([]);
  expect(server.seen).toEqual([]);
});

test('--offline and MCP_FIX_OFFLINE are offline; 0 and nothing are not', () => {
  const plain = parseArguments(['wizard']);
  expect(isOffline(parseArguments(['wizard', '--offline']), testHost())).toBe(true);
  expect(isOffline(plain, testHost({MCP_FIX_OFFLINE: '1'}))).toBe(true);
  expect(isOffline(plain, testHost({MCP_FIX_OFFLINE: '0'}))).toBe(false);
  expect(isOffline(plain, testHost())).toBe(false);
});
