import {expect, it} from 'vitest';
import {readTarget} from '../../../src/probes/remote/target.ts';

const MISSING = 'the scheme http:// or https:// is missing';

it.each([
  ['  ', 'it is empty'],
  ['https://${A}/x', 'it holds ${A}, which was not filled in'],
  ['https://x.example/${}', 'it holds ${}, which was not filled in'],
  ['https://{env:}/x', 'it holds {env:}, which was not filled in'],
  ['https://x.example/%AB%', 'it holds %AB%, which was not filled in'],
  ['https://x.example/?a=%A_B%', 'it holds %A_B%, which was not filled in'],
  [' "https://x.example"', 'quotation marks are part of it'],
  ["'https://x.example'", 'quotation marks are part of it'],
  ['`https://x.example`', 'quotation marks are part of it'],
  ['\u201chttps://x.example\u201d', 'quotation marks are part of it'],
  ['http://http://x.example', 'the scheme stands twice'],
  ['HTTPS://HTTP://x.example', 'the scheme stands twice'],
  ['http:\\\\x.example', 'it is written with backslashes'],
  ['HTTPS:\\\\x.example', 'it is written with backslashes'],
  ['http//x.example', 'the colon after the scheme is missing'],
  ['HTTPS//x.example', 'the colon after the scheme is missing'],
  ['localhost:3000', `${MISSING} ("localhost:" is read as the scheme)`],
  [' localhost:3000?a', `${MISSING} ("localhost:" is read as the scheme)`],
  ['localhost:30#a', `${MISSING} ("localhost:" is read as the scheme)`],
  ['mailto:12a', 'its scheme "mailto://" is neither http:// nor https://'],
  ['mailto:me', 'its scheme "mailto://" is neither http:// nor https://'],
  ['x:/y:12', 'its scheme "x://" is neither http:// nor https://'],
  ['xhttps://x.example', 'its scheme "xhttps://" is neither http:// nor https://'],
  ['httpsx://x.example', 'its scheme "httpsx://" is neither http:// nor https://'],
  ['http://me@x.example', 'a user name or password stands before the host, which fetch refuses'],
  ['http://x.example:22/', 'port 22 is one that fetch refuses ("bad port")'],
  ['http://x.example:10080/', 'port 10080 is one that fetch refuses ("bad port")'],
  ['http://x.example:1/', 'port 1 is one that fetch refuses ("bad port")'],
  [' http://x y.example', 'it holds white space'],
  ['http://x.example:3o00', '"3o00" is no port number'],
  ['HTTP://x.example:3o00?a', '"3o00" is no port number'],
  ['http://x.example:3o00#a', '"3o00" is no port number'],
  ['http://x.example:a1/b:2', '"a1" is no port number'],
  ['http://x.example:1a/', '"1a" is no port number'],
  [`http://x.example:${'p'.repeat(41)}/`, `"${'p'.repeat(40)}" is no port number`],
  ['http://x.example:65536/', 'port 65536 is above 65535'],
  ['https://', 'the host is missing'],
  ['HTTPS://?a', 'the host is missing'],
  ['https://#a', 'the host is missing'],
  ['h2+x-y.z:///', 'its scheme "h2+x-y.z://" is neither http:// nor https://'],
  ['x.example', MISSING],
  ['/mcp', MISSING],
  ['1x:2', MISSING],
  ['1a://', MISSING],
  ['10.0.0.1:80/x', MISSING],
  ['https://[', 'it is not a valid URL'],
])('%j cannot be called: %s', (text, problem) => expect(readTarget(text)).toEqual({url: null, problem}));

it.each([
  ['http://0.0.0.0/', '0.0.0.0 is an address to listen on, not one to call'],
  ['http://[::]/', '[::] is an address to listen on, not one to call'],
  ['http://x.example/a b', 'it holds white space'],
  [' http://x.example/ ', null],
  ['http://x.example/?${KEY}', null],
  ['http://x.example/%A%', null],
  ['http://x.example/%ab%', null],
  ['http://x.example/"a"', null],
  ['http://x.example/http://y', null],
  ['http://x.example:65535/', null],
  ['http://x.example:8080/', null],
  ['http://x.example:/', null],
  ['https://x.example/a:b', null],
])('%j can: %s', (text, problem) => {
  const read = readTarget(text);
  expect(read.problem).toBe(problem);
  expect(read.url?.href).toBe(new URL(text).href);
});
