import {Ajv} from 'ajv';
import {describe, expect, test} from 'vitest';
import {requestFailures} from '../../src/diagnosis/failures/in-request.ts';
import {isRecord, type Json} from '../../src/model/json.ts';
import {REQUEST_SCHEMA} from '../../src/reports/request-schema.ts';
import {runRequest} from '../helpers/run-request.ts';
import {tempHome} from '../helpers/temp-home.ts';
import {healthy} from '../servers/http-mcp.ts';
import {endServersAfterwards, startHttp} from '../servers/http-server.ts';
import {fiveServers, requestOf} from '../servers/request-servers.ts';

endServersAfterwards();

const validate = new Ajv({strict: false}).compile(REQUEST_SCHEMA);

/** The report of a run, which is what the schema says. */
const reportOf = (text: string): {readonly [key: string]: Json} => {
  const value: Json = JSON.parse(text);
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  if (!isRecord(value)) throw new Error('no object');
  return value;
};

const findingsIn = (report: {readonly [key: string]: Json}): readonly {readonly [key: string]: Json}[] => {
  const lists = [
    report['findings'],
    ...[report['servers'] ?? []].flat().flatMap((one) => (isRecord(one) ? [one['findings']] : [])),
  ];
  return lists.flatMap((list) => (Array.isArray(list) ? list.filter(isRecord) : []));
};

const SERVER = '"type": "url", "url": "https://mcp.notes.example.com/mcp", "name": "notes"';
const TOOLSET = '{"type": "mcp_toolset", "mcp_server_name": "notes"}';

/** ▶ stands where the finding points. Nothing is approved, so nothing is sent. */
const FAULTS: readonly (readonly [id: string, text: string, ...args: readonly string[]])[] = [
  ['request-servers-not-list', '{"model": "m",\n  ▶"mcp_servers": {"notes": {}}}'],
  ['request-servers-not-list', `{\n▶"mcpServers": [{${SERVER}}]}`],
  [
    'request-type-not-url',
    '{"mcp_servers": [{\n    ▶"type": "http", "url": "https://a.example.com/", "name": "notes"}]}',
  ],
  [
    'request-url-not-https',
    '{"mcp_servers": [{"type": "url",\n\t▶"url": "http://mcp.notes.example.com/", "name": "notes"}]}',
  ],
  ['request-name-missing', '{"mcp_servers": [\n  ▶{"type": "url", "url": "https://a.example.com/"}]}'],
  [
    'request-duplicate-name',
    `{"mcp_servers": [{${SERVER}},\n {"type": "url", "url": "https://b.example.com/", ▶"name": "notes"}]}`,
  ],
  ['request-unknown-field', `{"mcp_servers": [{${SERVER},\r\n   ▶"headers": {}}]}`],
  [
    'request-host-not-public',
    '{"mcp_servers": [{"type": "url", "é": 1, ▶"url": "https://box.internal/mcp", "name": "notes"}]}',
  ],
  ['request-token-malformed', `{"mcp_servers": [{${SERVER},\n\n▶"authorization_token": "Bearer abcdefgh"}]}`],
  [
    'request-deprecated-tool-configuration',
    `{"mcp_servers": [{${SERVER}, ▶"tool_configuration": {}}], "tools": [${TOOLSET}]}`,
  ],
  [
    'request-toolset-missing',
    `{"tools": [],\n "mcp_servers": [{"type": "url", "url": "https://a.example.com/", ▶"name": "notes"}]}`,
  ],
  ['request-toolset-twice', `{"mcp_servers": [{${SERVER}}], "tools": [${TOOLSET},\n  ▶${TOOLSET}]}`],
  [
    'request-toolset-unknown',
    `{"mcp_servers": [{${SERVER}}], "tools": [${TOOLSET},\n▶{"type": "mcp_toolset", "mcp_server_name": "nots"}]}`,
  ],
  [
    'request-beta-header',
    `{\n  ▶"betas": ["mcp-client-2025-04-04"], "mcp_servers": [{${SERVER}}], "tools": [${TOOLSET}]}`,
  ],
];

describe('every rule of the request points at its place', () => {
  test.each(FAULTS)('%s in %s', async (id, marked) => {
    const before = marked.slice(0, marked.indexOf('▶'));
    const lines = before.split('\n');
    const place = {file: '-', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1};
    const ran = await runRequest(tempHome(), ['-', '--json'], {input: marked.replace('▶', '')});
    const found = findingsIn(reportOf(ran.out)).find((one) => one['id'] === id);
    expect(found, ran.out).toMatchObject({location: place});
    expect(ran.code).toBe(1);
  });

  test('no rule is left out', () => {
    expect(requestFailures.map(({id}) => id).filter((id) => !FAULTS.some(([known]) => known === id))).toEqual([]);
  });

  test('null stands for nothing, as the official SDK writes it', async () => {
    const input = `{"mcp_servers": [{${SERVER}, "authorization_token": null, "tool_configuration": null}], "tools": [${TOOLSET}]}`;
    const ran = await runRequest(tempHome(), ['-', '--json'], {input});
    expect(findingsIn(reportOf(ran.out))).toEqual([]);
    expect(ran.code).toBe(3);
  });
});

describe('the schema of --json', () => {
  test('fits what is printed, and is strict', async () => {
    const world = tempHome();
    const {request} = await fiveServers();
    world.write('project/body.json', request);
    const args = ['body.json', '--yes', '--allow-private', '--timeout', '2000', '--timeout-for', 'mail=900', '--json'];
    const plain = reportOf((await runRequest(world, args)).out);
    expect(plain).toMatchObject({verdict: 'fails'});
    expect(reportOf((await runRequest(world, [...args, '--degrade'])).out)).toMatchObject({verdict: 'works-without'});
    expect(reportOf((await runRequest(world, ['-', '--json'], {input: '{'})).out)).toMatchObject({verdict: 'fails'});
    expect(validate({...plain, extra: 1})).toBe(false);
    expect(validate({...plain, verdict: 'fine'})).toBe(false);
  });
});

describe('a conversation that names the tools of a failing server', () => {
  test.each([
    {type: 'mcp_toolset_reference', server_name: 'gone'},
    {type: 'mcp_tool_reference', server_name: 'gone', name: 'x'},
  ])('%j is an obstacle, and is not rewritten', async (tool) => {
    const running = await startHttp(healthy);
    const notes = {type: 'url', url: `${running.origin}/mcp`, name: 'notes'};
    const body = {
      ...requestOf([notes, {...notes, type: 'http', name: 'gone'}]),
      messages: [{role: 'system', content: [{type: 'tool_removal', tool}]}],
    };
    const args = ['-', '--yes', '--allow-private', '--timeout', '2500', '--degrade'];
    const ran = await runRequest(tempHome(), args, {input: JSON.stringify(body)});
    expect(ran).toMatchObject({code: 1, out: ''});
    expect(ran.err).toContain('messages[0].content[0].tool names the tools of "gone"');
    const other = {
      ...body,
      messages: [{role: 'system', content: [{type: 'tool_removal', tool: {...tool, server_name: 'notes'}}]}],
    };
    expect((await runRequest(tempHome(), args, {input: JSON.stringify(other)})).code).toBe(0);
  });
});
