import {test} from 'vitest';
import {readRequest} from '../../../src/clients/request/index.ts';
import {diagnoseAll} from '../../../src/diagnosis/index.ts';
import {testHost} from '../../servers/http-entry.ts';
import {reachOfHost} from '../../../src/probes/remote/address.ts';
const show = async (value: unknown, headers: string[] | null = null) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  const read = await readRequest(Buffer.from(text), {host: testHost(), file: 'body.json', headers, reachOf: reachOfHost, isPrivateAllowed: false});
  const machine = {platform: 'linux', node: '22', home: '/h', nowMs: Date.now()} as const;
  const print = (what: string, d: ReturnType<typeof diagnoseAll>) => { console.log(`== ${what}`); for (const c of d.crashed) console.log('CRASH', c); for (const f of d.findings) console.log(f.severity, f.id, f.location?.line + ':' + f.location?.column, f.cause, '\n    ->', f.fixes.map((x) => x.title).join(' | '), '\n   ', JSON.stringify(f.evidence)); };
  print('whole', diagnoseAll({machine, file: read.file, request: read.whole}));
  for (const s of read.servers) print(s.entry.name, diagnoseAll({machine, entry: s.evidence, ...(s.request === null ? {} : {request: s.request})}));
};
test('x', async () => {
  const tok = 'ghp_' + 'aB3dE6gH9'.repeat(4);
  await show({model: 'm', mcp_servers: [{type: 'url', url: 'https://mcp.notes.example.com/mcp', name: 'notes', authorization_token: tok}], tools: [{type: 'mcp_toolset', mcp_server_name: 'notes'}]}, ['anthropic-beta: mcp-client-2025-11-20']);
  console.log('---------------- bad');
  await show({model: 'm', mcp_servers: [
    {type: 'http', url: 'http://mcp.notes.example.com/mcp', name: 'a', authorization_token: `Bearer ${tok}`},
    {url: 'https://localhost:3000/mcp', name: 'a', headers: {Authorization: `Bearer ${tok}`}},
    {type: 'url', url: 'https://box.internal/mcp', name: 'b', authorization_token: '${TOKEN}', tool_configuration: {enabled: true}},
    {type: 'url', serverUrl: 'https://x.com/mcp', name: 'c', authorization_token: '<YOUR_TOKEN>'},
    {type: 'stdio', command: 'npx', args: ['x'], name: 'd', authorization_token: ''},
    'https://foo', {type: 'url', url: 'https://user:pw@foo.com/?token=' + tok},
  ], tools: [{type: 'mcp_toolset', mcp_server_name: 'a'}, {type: 'mcp_toolset', mcp_server_name: 'bb'}, {type: 'mcp_toolset', mcp_server_name: 'c'}, {type: 'mcp_toolset', mcp_server_name: 'c'}]}, ['x: y']);
  console.log('---------------- map');
  await show({mcpServers: {a: {url: 'https://x.com/mcp'}}});
  await show({mcp_servers: {a: {url: 'https://x.com/mcp'}}});
  await show('{"mcp_servers": [{"type": "url",}]}');
});
