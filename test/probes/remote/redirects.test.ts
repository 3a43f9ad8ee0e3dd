import {describe, expect, it} from 'vitest';
import {createRedactor} from '../../../src/model/redact.ts';
import {type Answer, ask} from '../../../src/probes/remote/exchange.ts';
import {readTarget} from '../../../src/probes/remote/target.ts';
import {testHost} from '../../servers/http-entry.ts';
import {endServersAfterwards, startHttp} from '../../servers/http-server.ts';

endServersAfterwards();

const askAt = (url: string, method: 'GET' | 'POST'): Promise<Answer> => {
  const host = testHost();
  const line = {
    host,
    redactor: createRedactor([]),
    signal: new AbortController().signal,
    startedAt: host.now(),
    deadline: host.now() + 12_000,
    proxyFor: () => null,
  };
  return ask(line, {
    purpose: 'test',
    method,
    url: new URL(url),
    own: {},
    secret: {},
    ...(method === 'POST' ? {body: '{}'} : {}),
  });
};

describe('a redirect', () => {
  it.each<[number, string, 'GET' | 'POST', string | null]>([
    [301, '/next', 'GET', null],
    [302, '/next', 'GET', null],
    [303, '/next', 'GET', null],
    [307, '/next', 'POST', null],
    [308, '/next', 'POST', null],
    [301, '/next', 'POST', 'a 301 turns the POST into a GET and drops its body'],
    [303, '/next', 'POST', 'a 303 turns the POST into a GET and drops its body'],
    [302, 'http://[', 'GET', 'its Location is no URL'],
    [302, 'ftp://x.example/', 'GET', 'it leads to ftp:'],
    [302, 'xhttps://x.example/', 'GET', 'it leads to xhttps:'],
    [302, 'javascript:alert(1)', 'GET', 'it leads to javascript:'],
    [302, 'http://127.0.0.1:1/', 'GET', 'it leads to another origin'],
  ])('%i to %s of a %s', async (status, location, method, why) => {
    const server = await startHttp((request, response) =>
      request.url === '/' ? response.writeHead(status, {location}).end() : response.end('{}'),
    );
    const {exchange} = await askAt(`${server.origin}/`, method);
    expect(exchange.redirects).toMatchObject([{status, followed: why === null, why}]);
    expect(exchange.response?.status).toBe(why === null ? 200 : status);
  });

  it.each([200, 201, 300, 304, 305, 404, 500])('is none with %i, whatever its Location says', async (status) => {
    const server = await startHttp((_, response) => response.writeHead(status, {location: '/next'}).end());
    const {exchange} = await askAt(`${server.origin}/`, 'GET');
    expect(exchange.redirects).toEqual([]);
    expect(exchange.response?.status).toBe(status);
  });
});

describe('a configured URL that cannot be called', () => {
  it.each([
    ['', /empty/],
    ['https://${HOST}/mcp', /\$\{HOST\}, which was not filled in/],
    ['https://%HOST_NAME%/mcp', /%HOST_NAME%/],
    ['{env:MY_URL}', /\{env:MY_URL\}/],
    ['"https://x.example"', /quotation marks/],
    ['https://http://x.example', /scheme stands twice/],
    ['https:\\\\x.example', /backslashes/],
    ['https//x.example', /colon after the scheme/],
    ['localhost:3000/mcp', /"localhost:" is read as the scheme/],
    ['ws://x.example', /"ws:\/\/" is neither/],
    ['https://me@x.example', /user name or password/],
    ['https://:pw@x.example', /user name or password/],
    ['http://x.example:6000/', /port 6000 is one that fetch refuses/],
    ['http://x.example:3o00/', /"3o00" is no port number/],
    ['http://x.example:70000/', /port 70000 is above 65535/],
    ['https:///', /host is missing/],
    ['x.example/mcp', /scheme http:\/\/ or https:\/\/ is missing/],
    ['127.0.0.1:3000', /scheme http:\/\/ or https:\/\/ is missing/],
    ['https://x y.example', /white space/],
    ['https://[::1', /not a valid URL/],
    ['HTTPS://[::1', /not a valid URL/],
  ])('%s', (text, problem) => {
    const read = readTarget(text);
    expect(read.url).toBeNull();
    expect(read.problem).toMatch(problem);
  });

  it.each([
    ['http://0.0.0.0:3000/', /0\.0\.0\.0 is an address to listen on/],
    ['http://[::]:3000/', /\[::\] is an address to listen on/],
    ['https://x.example/a b', /white space/],
  ])('%s can, and is told', (text, problem) => {
    const read = readTarget(text);
    expect(read.url).not.toBeNull();
    expect(read.problem).toMatch(problem);
  });

  it.each([
    'https://x.example',
    ' https://x.example/mcp ',
    'http://localhost:3000/mcp?key=${KEY}',
    'HTTPS://X.example:6001',
  ])('%s is no trouble', (text) => expect(readTarget(text)).toMatchObject({problem: null, url: expect.any(URL)}));
});
