import {describe, expect, test} from 'vitest';
import {readRequest} from '../../../src/clients/request/index.ts';
import {diagnoseAll} from '../../../src/diagnosis/index.ts';
import type {Finding} from '../../../src/model/finding.ts';
import type {Json} from '../../../src/model/json.ts';
import {reachOfHost} from '../../../src/probes/remote/address.ts';
import {machine} from '../../helpers/healthy-parts.ts';
import {testHost} from '../../servers/http-entry.ts';
import {requestOf, TOKENS} from '../../servers/request-servers.ts';

const read = (value: Json | string, headers: readonly string[] | null = null) =>
  readRequest(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value, null, 2)), {
    host: testHost(),
    file: 'body.json',
    headers,
    reachOf: reachOfHost,
    isPrivateAllowed: false,
  });

/** Findings of the request as a whole, and of each server, as 'id line:column'. */
const findings = async (value: Json | string, headers: readonly string[] | null = null) => {
  const {file, whole, servers} = await read(value, headers);
  const short = ({id, location}: Finding): string =>
    location === undefined ? id : `${id} ${location.line}:${location.column}`;
  return [
    diagnoseAll({machine, file, request: whole}).findings.map(short),
    ...servers.map(({evidence, request}) => diagnoseAll({machine, entry: evidence, request}).findings.map(short)),
  ];
};

const OK = {type: 'url', url: 'https://mcp.notes.example.com/mcp', name: 'notes', authorization_token: TOKENS.good};

describe('reading a request', () => {
  test('a request as the connector wants it has no finding', async () => {
    expect(await findings(requestOf([OK]), ['anthropic-beta: mcp-client-2025-11-20'])).toEqual([[], []]);
    expect(await findings({...requestOf([OK]), betas: ['mcp-client-2026-09-15']})).toEqual([[], []]);
  });

  test('everything that is wrong is told at once, with line and column', async () => {
    const text = `{
  "mcp_servers": [
    {"type": "http", "url": "http://mcp.notes.example.com/mcp", "name": "a",
     "authorization_token": "Bearer ${TOKENS.good}"},
    {"type": "url", "url": "https://localhost:3000/mcp", "name": "a"},
    "https://mcp.notes.example.com/mcp",
    {"type": "url", "url": "https://box.internal/mcp", "name": "b", "headers": {"X-Key": "1"}, "tool_configuration": {}}
  ],
  "tools": [
    {"type": "mcp_toolset", "mcp_server_name": "a"},
    {"type": "mcp_toolset", "mcp_server_name": "c"}
  ]
}`;
    expect(await findings(text, ['x-api-key: k'])).toEqual([
      ['request-toolset-unknown 11:5', 'request-beta-header'],
      ['request-type-not-url 3:6', 'request-url-not-https 3:22', 'request-token-malformed 4:6'],
      ['request-duplicate-name 5:58', 'request-host-not-public 5:21'],
      ['request-type-not-url 6:5'],
      [
        'request-unknown-field 7:69',
        'request-host-not-public 7:21',
        'request-deprecated-tool-configuration 7:96',
        'request-toolset-missing 7:56',
      ],
    ]);
  });

  test('a request of the first version needs no toolset', async () => {
    const body = {mcp_servers: [{...OK, tool_configuration: {enabled: true}}]};
    expect(await findings(body, ['Anthropic-Beta: files-api-2025-04-14, mcp-client-2025-04-04'])).toEqual([
      ['request-beta-header'],
      ['request-deprecated-tool-configuration 8:7'],
    ]);
  });

  test('a toolset that a message adds counts', async () => {
    const added = {type: 'tool_addition', tools: [{type: 'mcp_toolset', mcp_server_name: 'notes'}]};
    const body = {messages: [{role: 'user', content: [{type: 'text', text: 'x'}, added]}], mcp_servers: [OK]};
    expect(await findings(body)).toEqual([[], []]);
    const {whole} = await read(body);
    expect(whole.toolsets.map(({at}) => at)).toEqual(['messages[0].content[1].tools[0]']);
  });

  test('a conversation that only talks about toolsets does not', async () => {
    const said = {type: 'tool_result', content: [{type: 'mcp_toolset', mcp_server_name: 'nobody'}]};
    expect(await findings({...requestOf([OK]), messages: [{role: 'user', content: [said]}]})).toEqual([[], []]);
  });

  test.each([
    ['{"mcp_servers": [{"type": "url",}]}', 'json-trailing-comma 1:32'],
    ['{"mcp_servers": {"notes": {"url": "https://x.example.com/mcp"}}}', 'request-servers-not-list 1:2'],
    ['{"mcpServers": {"notes": {"url": "https://x.example.com/mcp"}}}', 'request-servers-not-list 1:2'],
    ['[]', 'config-root-not-object 1:1'],
  ])('%s', async (text, expected) => {
    expect((await findings(text))[0]).toEqual([expected]);
  });

  test('a token in two parts is told without showing either', async () => {
    const {servers} = await read(requestOf([{...OK, authorization_token: 'halfoftoken otherhalf'}]));
    const {findings: found} = diagnoseAll({
      machine,
      entry: servers[0]?.evidence ?? {skipped: ''},
      request: servers[0]?.request ?? {skipped: ''},
    });
    expect(found.map(({id}) => id)).toEqual(['request-token-malformed']);
    expect(found[0]?.cause).toContain('white space between');
    expect(JSON.stringify([found, servers[0]?.evidence, servers[0]?.request])).not.toMatch(/halfoftoken|otherhalf/);
  });

  test('a request without servers is fine', async () => {
    expect(await findings({model: 'm'})).toEqual([[]]);
  });

  test('a program is never started', async () => {
    const {servers} = await read({mcp_servers: [{type: 'stdio', command: 'touch', args: ['/tmp/x'], name: 'a'}]});
    expect(servers[0]?.entry.launch).toBeNull();
  });

  test('the token goes out as a bearer and stands in no evidence', async () => {
    for (const written of [TOKENS.good, `Bearer ${TOKENS.good}`, ` "${TOKENS.good}"\n`, 'short-pin-77']) {
      const {servers, whole, file} = await read(requestOf([{...OK, authorization_token: written}]));
      expect(servers[0]?.entry.launch).toMatchObject({headers: {Authorization: `Bearer ${written}`}});
      const shown = JSON.stringify([servers.map(({evidence, request}) => ({evidence, request})), whole, file]);
      expect(shown).not.toContain(TOKENS.good);
      expect(shown).not.toContain('short-pin-77');
    }
  });
});
