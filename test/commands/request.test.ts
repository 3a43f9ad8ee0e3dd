import {describe, expect, test} from 'vitest';
import {isRecord, type Json} from '../../src/model/json.ts';
import {runRequest} from '../helpers/run-request.ts';
import {tempHome} from '../helpers/temp-home.ts';
import {healthy} from '../servers/http-mcp.ts';
import {endServersAfterwards, freePort, type Handler, startHttp} from '../servers/http-server.ts';
import {fiveServers, requestOf, TOKENS} from '../servers/request-servers.ts';

endServersAfterwards();

const ASK = ['--yes', '--allow-private', '--timeout', '2500'];

/** So little time that nobody looks for the server at other ports of this machine, where those of other tests are. */
const FIVE = [...ASK, '--timeout-for', 'mail=900'];

const parsed = (text: string): {readonly [key: string]: Json} => {
  const value: Json = JSON.parse(text);
  if (!isRecord(value)) throw new Error('no object');
  return value;
};

const namesOf = (list: Json | undefined): readonly Json[] =>
  Array.isArray(list)
    ? list.flatMap((item) => (isRecord(item) ? (item['name'] ?? item['mcp_server_name'] ?? null) : null))
    : [];

const OUTSIDE = {type: 'url', url: 'https://mcp.notes.example.com/mcp', name: 'notes'};

describe('five servers, four of which fail in four ways', () => {
  test('each is named with its reason; no token stands in any output', async () => {
    const world = tempHome();
    const {request} = await fiveServers();
    world.write('project/body.json', request);
    const text = await runRequest(world, ['body.json', ...FIVE]);
    expect(text.code).toBe(1);
    for (const words of [
      /✗ search .*\n.*fails inside/,
      /✗ mail .*\n.*Nothing listens/,
      /✗ shop .*\n.*refuses the token/,
      /✗ slow .*\n.*not answer in time/,
    ])
      expect(text.out).toMatch(words);
    expect(text.out).toMatch(/! notes — warned \(mcp_servers\[0\], line 11, MCP 2025-11-25, 1 tool;/);
    expect(text.out).toContain('4 of 5 fail: "search", "mail", "shop", "slow".');

    const json = await runRequest(world, ['body.json', ...FIVE, '--json']);
    expect(json.code).toBe(1);
    const report = parsed(json.out);
    expect(report).toMatchObject({schemaVersion: 1, file: 'body.json', verdict: 'fails', dropped: [], findings: []});
    expect(report).not.toHaveProperty('degraded');
    expect(report['servers']).toMatchObject([
      {name: 'notes', index: 0, line: 11, status: 'warned', protocol: {tools: 1}},
      {name: 'search', status: 'broken', findings: [{id: 'server-error', waitingHelps: true}, {severity: 'warning'}]},
      {name: 'mail', status: 'broken', findings: [{id: 'connection-refused'}, {severity: 'warning'}]},
      {name: 'shop', status: 'broken', findings: [{id: 'token-refused', class: 'auth'}, {severity: 'warning'}]},
      {name: 'slow', status: 'broken', findings: [{id: 'http-timeout'}, {severity: 'warning'}]},
    ]);
    for (const token of Object.values(TOKENS)) expect(text.out + text.err + json.out + json.err).not.toContain(token);
  });

  test('--degrade prints the request that would work, byte for byte; the report goes to standard error', async () => {
    const world = tempHome();
    const {servers} = await fiveServers();
    const text = `\ufeff{ "max_tokens":1e3,\r\n\t"mcp_servers" : [${servers.map((one) => `\r\n\t\t${JSON.stringify(one)}`).join(' ,')} ],
      "tools": [ ${servers.map(({name}) => `{"mcp_server_name":"${String(name)}","type":"mcp_toolset"}`).join(',\n  ')} ]  }\n\n`;
    world.write('project/body.json', text);
    const ran = await runRequest(world, ['body.json', ...FIVE, '--degrade']);
    expect(ran.out).toBe(
      `\ufeff{ "max_tokens":1e3,\r\n\t"mcp_servers" : [\r\n\t\t${JSON.stringify(servers[0])} ],
      "tools": [ {"mcp_server_name":"notes","type":"mcp_toolset"} ]  }\n\n`,
    );
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('Without "search", "mail", "shop", "slow" the request would work');
    for (const token of Object.values(TOKENS)) expect(ran.err).not.toContain(token);
  });

  test('what is left is healthy: the degraded request needs no further degrading', async () => {
    const world = tempHome();
    const {request} = await fiveServers();
    const first = await runRequest(world, ['-', ...FIVE, '--degrade'], {input: JSON.stringify(request)});
    const again = await runRequest(world, ['-', ...ASK, '--degrade'], {input: first.out});
    expect(again).toMatchObject({code: 0, out: first.out});
    expect(again.err).toContain('Every server of the request answers.');
    expect(namesOf(parsed(again.out)['tools'])).toEqual(['own', 'notes']);
  });

  test('a required server that fails: nothing is printed', async () => {
    const world = tempHome();
    const {request} = await fiveServers();
    world.write('project/body.json', request);
    const required = await runRequest(world, ['body.json', ...FIVE, '--degrade', '--required', 'mail']);
    expect(required).toMatchObject({code: 1, out: ''});
    expect(required.err).toMatch(/✗ mail — broken, required/);
    expect(required.err).toContain('"mail" is required, so no request is printed.');
    const json = await runRequest(world, [
      'body.json',
      ...FIVE,
      '--degrade',
      '--json',
      '--optional',
      'search',
      '--optional',
      'mail',
      '--optional',
      'shop',
    ]);
    expect(json.code).toBe(1);
    expect(parsed(json.out)).toMatchObject({verdict: 'fails', degraded: null});
    const all = await runRequest(world, [
      'body.json',
      ...FIVE,
      '--degrade',
      '--json',
      ...['search', 'mail', 'shop', 'slow'].flatMap((name) => ['--optional', name]),
    ]);
    expect(all.code).toBe(0);
    const report = parsed(all.out);
    expect(report).toMatchObject({verdict: 'works-without', dropped: ['search', 'mail', 'shop', 'slow']});
    expect(namesOf(parsed(String(report['degraded']))['mcp_servers'])).toEqual(['notes']);
  });

  test('each has its own time limit', async () => {
    const world = tempHome();
    const {servers} = await fiveServers();
    const input = JSON.stringify(requestOf([servers[0] ?? {}, servers[4] ?? {}]));
    const ran = await runRequest(
      world,
      ['-', '--yes', '--allow-private', '--timeout', '60000', '--timeout-for', 'slow=900', '--json'],
      {input},
    );
    expect(parsed(ran.out)['servers']).toMatchObject([
      {status: 'warned'},
      {status: 'broken', findings: [{id: 'http-timeout'}, {}]},
    ]);
    expect(Number(parsed(ran.out)['durationMs'])).toBeLessThan(10_000);
  });
});

describe('advice speaks of what a request has', () => {
  const unauthorized =
    (body: string): Handler =>
    (_request, response) =>
      response.writeHead(401, {'content-type': 'application/json'}).end(body);

  /** What is to be done about one server, which answers 401. */
  const advised = async (body: string, token: string | null): Promise<string> => {
    const running = await startHttp(unauthorized(body));
    const entry = {type: 'url', url: `${running.origin}/mcp`, name: 'notes'};
    const input = JSON.stringify(requestOf([token === null ? entry : {...entry, authorization_token: token}]));
    const ran = await runRequest(tempHome(), ['-', ...ASK, '--json'], {input});
    return JSON.stringify(parsed(ran.out)['servers']);
  };

  test('no token', async () => {
    const said = await advised('{"error":"unauthorized"}', null);
    expect(said).toContain('credential-missing');
    expect(said).toContain('into \\"authorization_token\\" (the bare token, without \\"Bearer\\")');
    expect(said).toContain('"path":["mcp_servers",0,"authorization_token"]');
  });

  test('a header that the connector cannot send', async () => {
    const said = await advised('{"error":"Missing X-API-Key header"}', TOKENS.good);
    expect(said).toContain('wrong-header-name');
    expect(said).toContain('this service wants X-API-Key');
    expect(said).not.toContain('Rename the header');
  });

  test('a token that no header can carry is not sent', async () => {
    const said = await advised('{}', `${TOKENS.good}\n`);
    expect(said).toContain('request-token-malformed');
    expect(said).not.toContain('http-unexplained');
  });
});

describe('approval', () => {
  test('without it nothing is sent: exit 3, and --trust asks one server only', async () => {
    const world = tempHome();
    const one = await startHttp(healthy);
    const two = await startHttp(healthy);
    const entry = (port: number, name: string) => ({type: 'url', url: `http://127.0.0.1:${port}/mcp`, name});
    world.write('project/body.json', requestOf([entry(one.port, 'one'), entry(two.port, 'two')]));
    const none = await runRequest(world, ['body.json', '--allow-private', '--json']);
    expect(none.code).toBe(3);
    expect(one.seen).toEqual([]);
    expect(two.seen).toEqual([]);
    const [first] = Array.isArray(parsed(none.out)['servers']) ? [parsed(none.out)['servers']].flat() : [];
    const digest = isRecord(first) ? String(first['digest']) : '';
    const trusted = await runRequest(world, ['body.json', '--allow-private', '--json', '--trust', digest]);
    expect(trusted.code).toBe(3);
    expect(parsed(trusted.out)['servers']).toMatchObject([
      {status: 'warned'},
      {status: 'unchecked', because: 'untrusted'},
    ]);
    expect(one.seen.length).toBeGreaterThan(0);
    expect(two.seen).toEqual([]);
    const degraded = await runRequest(world, ['body.json', '--allow-private', '--degrade']);
    expect(degraded).toMatchObject({code: 3, out: ''});
  });

  test('a server on this machine is not called without --allow-private, whatever was approved', async () => {
    const world = tempHome();
    const running = await startHttp(healthy);
    const input = JSON.stringify(requestOf([{type: 'url', url: `${running.origin}/mcp`, name: 'notes'}]));
    const ran = await runRequest(world, ['-', '--yes', '--json'], {input});
    expect(ran.code).toBe(1);
    expect(parsed(ran.out)['servers']).toMatchObject([{status: 'broken', findings: [{id: 'request-host-not-public'}]}]);
    expect(running.seen).toEqual([]);
  });

  test('a token never goes over plain http to the outside', async () => {
    const world = tempHome();
    const input = JSON.stringify(
      requestOf([{...OUTSIDE, url: 'http://mcp.notes.example.com/mcp', authorization_token: TOKENS.good}]),
    );
    const ran = await runRequest(world, ['-', '--yes', '--allow-private', '--json'], {input});
    expect(ran.code).toBe(1);
    const [server] = [parsed(ran.out)['servers']].flat();
    expect(server).toMatchObject({status: 'broken', findings: [{id: 'request-url-not-https', severity: 'error'}]});
    expect(JSON.stringify(server)).toContain('the request has to be mended first');
  });
});

describe('what is wrong in the text', () => {
  test('a fault of the request as a whole cannot be left out', async () => {
    const world = tempHome();
    const running = await startHttp(healthy);
    const good = {type: 'url', url: `${running.origin}/mcp`, name: 'notes'};
    const body = {
      mcp_servers: [good],
      tools: [
        {type: 'mcp_toolset', mcp_server_name: 'notes'},
        {type: 'mcp_toolset', mcp_server_name: 'gone'},
      ],
    };
    const ran = await runRequest(world, ['-', ...ASK, '--degrade'], {input: JSON.stringify(body)});
    expect(ran).toMatchObject({code: 1, out: ''});
    expect(ran.err).toMatch(/tools\[1\] names the server "gone"/);
  });

  test('a server whose entry is wrong may leave like one that does not answer', async () => {
    const world = tempHome();
    const running = await startHttp(healthy);
    const good = {type: 'url', url: `${running.origin}/mcp`, name: 'notes'};
    const input = JSON.stringify(requestOf([good, {...good, name: 'notes'}, {...good, type: 'http', name: 'odd'}]));
    const ran = await runRequest(world, ['-', ...ASK, '--degrade'], {input});
    expect(ran.code).toBe(0);
    expect(namesOf(parsed(ran.out)['mcp_servers'])).toEqual(['notes']);
    expect(namesOf(parsed(ran.out)['tools'])).toEqual(['own', 'notes']);
  });

  test('a fault in the text does not hide that the server is down', async () => {
    const world = tempHome();
    const port = await freePort();
    const input = JSON.stringify({mcp_servers: [{type: 'url', url: `http://127.0.0.1:${port}/mcp`, name: 'notes'}]});
    const ran = await runRequest(world, ['-', ...ASK, '--json'], {input});
    const ids = JSON.stringify(parsed(ran.out)['servers']);
    expect(ids).toContain('request-toolset-missing');
    // Another test's server may listen on a port near by.
    expect(ids).toMatch(/connection-refused|mcp-on-other-port/);
  });

  test('a conversation that adds the tools of a failing server is not rewritten', async () => {
    const world = tempHome();
    const {servers} = await fiveServers();
    const added = {type: 'tool_addition', tools: [{type: 'mcp_toolset', mcp_server_name: 'search'}]};
    const body = {
      ...requestOf([servers[0] ?? {}]),
      mcp_servers: servers.slice(0, 2),
      messages: [{role: 'user', content: [added]}],
    };
    const ran = await runRequest(world, ['-', ...ASK, '--degrade'], {input: JSON.stringify(body)});
    expect(ran).toMatchObject({code: 1, out: ''});
    expect(ran.err).toContain('messages[0].content[0].tools[0] adds the tools of "search"');
  });

  test('the header of the beta is checked where it is given', async () => {
    const world = tempHome();
    const running = await startHttp(healthy);
    const input = JSON.stringify(requestOf([{type: 'url', url: `${running.origin}/mcp`, name: 'notes'}]));
    const wrong = await runRequest(world, ['-', ...ASK, '--header', 'anthropic-beta: mcp-client-2025-04-04'], {input});
    expect(wrong.code).toBe(1);
    expect(wrong.out).toMatch(/knows no\s+"mcp_toolset"/);
    const right = await runRequest(world, ['-', ...ASK, '--header', 'anthropic-beta: mcp-client-2025-11-20'], {input});
    expect(right.code).toBe(0);
    expect(running.seen.some(({headers}) => 'anthropic-beta' in headers)).toBe(false);
  });

  test('a request without servers works', async () => {
    const ran = await runRequest(tempHome(), ['-', '--degrade'], {input: '{"model": "m"}\n'});
    expect(ran).toMatchObject({code: 0, out: '{"model": "m"}\n'});
    expect(ran.err).toContain('no MCP server');
  });

  test('a body that does not parse: line and column, exit 1, nothing printed', async () => {
    const ran = await runRequest(tempHome(), ['-', '--yes', '--degrade'], {
      input: '{"mcp_servers": [\n  {"type": "url",}\n]}',
    });
    expect(ran).toMatchObject({code: 1, out: ''});
    expect(ran.err).toMatch(/-:2:1\d/);
  });
});

describe('bad usage: one sentence, exit 2', () => {
  test.each([
    [[], /Which request/],
    [['nowhere.json'], /no file "nowhere\.json"/],
    [['.'], /cannot be read \(EISDIR|cannot be read \(not-a-file/],
    [['-', '--optional', 'mial'], /no server named "mial".*There are: notes/],
    [['-', '--timeout-for', 'mial=500'], /no server named "mial"/],
    [['-', '--timeout-for', 'notes'], /NAME=MS/],
    [['-', '--timeout-for', 'notes=5'], /100 to 600000/],
    [['-', '--timeout', 'soon'], /--timeout/],
    [['-', '--header', 'anthropic-beta'], /'Name: value'/],
    [['-', '--optional', 'notes', '--required', 'notes'], /both/],
    [['-', '--trust', 'me'], /64 hex/],
  ] as const)('%j', async (args, said) => {
    const ran = await runRequest(tempHome(), args, {input: JSON.stringify(requestOf([OUTSIDE]))});
    expect(ran.code).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toMatch(said);
    expect(ran.err.trim().split('\n')).toHaveLength(1);
  });

  test('nothing on standard input', async () => {
    expect(await runRequest(tempHome(), ['-'], {input: ''})).toMatchObject({code: 2, out: ''});
  });

  test('an interrupted run says so by its code and prints no request', async () => {
    const stop = AbortSignal.abort();
    const input = JSON.stringify(requestOf([OUTSIDE]));
    const ran = await runRequest(tempHome(), ['-', '--yes', '--degrade'], {input, signal: stop});
    expect(ran).toMatchObject({code: 130, out: ''});
  });
});
