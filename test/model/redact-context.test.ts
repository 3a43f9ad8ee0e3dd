import {describe, expect, test} from 'vitest';
import {createRedactor} from '../../src/model/redact.ts';

/** Without the marks of the tags: what is masked, and under which name. */
const shown = (line: string): string =>
  createRedactor()
    .text(line)
    .replaceAll(/#[0-9a-f]{4}\]/g, ']');

const P = 'hunter22';

describe('what stands in front tells', () => {
  test.each([
    // Schemes.
    [`Bearer ab12cd34`, 'Bearer [secret:bearer]'],
    [`basic ab12cd34==`, 'basic [secret:basic]'],
    ['Token ab12cd34', 'Token [secret:token]'],
    ['Bot ab12cd34', 'Bot [secret:bot]'],
    ['Digest ab12cd34', 'Digest [secret:digest]'],
    ['ApiKey ab12cd34', 'ApiKey [secret:apikey]'],
    ['Negotiate \tab12cd34', 'Negotiate \t[secret:negotiate]'],
    ['Bearer abcdefgHi', 'Bearer [secret:bearer]'],
    ['Bearer ABCdefgh', 'Bearer [secret:bearer]'],
    ['Bearer 12345678', 'Bearer [secret:bearer]'],
    [`Bearer ${'abcdefgh'.repeat(3)}`, 'Bearer [secret:bearer]'],
    ['Bearer ab12cd3', 'Bearer ab12cd3'],
    ['Bearer abcdefgh', 'Bearer abcdefgh'],
    ['Bearer [secret:value#12ab]', 'Bearer [secret:value]'],
    ['Bearer error="invalid1token"', 'Bearer error="invalid1token"'],
    ['Bearer realm=abc12345', 'Bearer realm=abc12345'],
    ['forBearer ab12cd34', 'forBearer ab12cd34'],
    // Cookies.
    ['Cookie: a=b; c=d\r\nHost: x', 'Cookie: [secret:cookie]\r\nHost: x'],
    ['set-cookie : abcd', 'set-cookie : [secret:cookie]'],
    ['Set-Cookie2:"abcd"', 'Set-Cookie2:"[secret:cookie]"'],
    [`{"cookie": "abcd"}`, `{"cookie": "[secret:cookie]"}`],
    [`{'cookie': 'abcd'}`, `{'cookie': '[secret:cookie]'}`],
    ['Cookie:abc', 'Cookie:abc'],
    ['Cookie: ${SESSION}', 'Cookie: ${SESSION}'],
    ['MyCookies: 1234', 'MyCookies: 1234'],
    // Addresses.
    [`postgres://app:${P}@db/x`, 'postgres://app:[secret:password]@db/x'],
    [`http://a1b2c3:${P}@h/`, 'http://[secret:user]:[secret:password]@h/'],
    [`redis://:${P}@h`, 'redis://:[secret:password]@h'],
    ['https://a1b2c3d4e5f6a7b8@h/', 'https://[secret:user]@h/'],
    ['https://a1b2c3d4e5f6a7b@h/', 'https://a1b2c3d4e5f6a7b@h/'],
    ['https://abcdefghijklmnop@h/', 'https://abcdefghijklmnop@h/'],
    ['postgres://app:${DB_PASS}@db/x', 'postgres://app:${DB_PASS}@db/x'],
    ['ssh://git@host/x', 'ssh://git@host/x'],
    [`https://h/a@b:${P}`, `https://h/a@b:${P}`],
    // Queries.
    ['/x?token=abcd', '/x?token=[secret:query]'],
    ['/x?a=1&api_key=abcd;b', '/x?a=1&api_key=[secret:query];b'],
    ['/x#access_token=abcd', '/x#access_token=[secret:query]'],
    ['/x?code=abc12345&state=xyz98765', '/x?code=[secret:query]&state=[secret:query]'],
    [
      '?code_verifier=abc12345&assertion=abc12345&key=abc12345',
      '?code_verifier=[secret:query]&assertion=[secret:query]&key=[secret:query]',
    ],
    ['/x?code=letters&barcode=abc12345&statement=abc12345', '/x?code=letters&barcode=abc12345&statement=abc12345'],
    ['/x?token=abc&page=2000', '/x?token=abc&page=2000'],
    ['/x?code=%24%7BTOKEN1%7D', '/x?code=%24%7BTOKEN1%7D'],
    ['/x?token=${TOKEN}', '/x?token=${TOKEN}'],
    // Options.
    ['x --token abc1', 'x --token [secret:option]'],
    ['x --token=abc1', 'x --token=[secret:option]'],
    ['x -password \t abc1', 'x -password \t [secret:option]'],
    [`["--token", "abc1"]`, `["--token", "[secret:option]"]`],
    [`['--token','abc1']`, `['--token','[secret:option]']`],
    ['x --token TOKEN', 'x --token TOKEN'],
    ['TOKEN=ab12${OTHER}', 'TOKEN=[secret:field]'],
    ['x --token missing.', 'x --token missing.'],
    ['x --token true', 'x --token true'],
    ['x --token abc', 'x --token abc'],
    ['x --token --port', 'x --token --port'],
    ['x --port abc1', 'x --port abc1'],
    ['a--token abc1', 'a--token abc1'],
    // Fields.
    [`{"password": "four words of it"}`, `{"password": "[secret:field]"}`],
    [`{'password' : 'abcd'}`, `{'password' : '[secret:field]'}`],
    [`"password"="abcd"`, `"password"="[secret:field]"`],
    [`{"password": "abc"}`, `{"password": "abc"}`],
    [`{"password": "a\\"b1 c"}`, `{"password": "[secret:field]"}`],
    [`{"password": "<your password>"}`, `{"password": "<your password>"}`],
    [`{"pass_count": "abcd"}`, `{"pass_count": "abcd"}`],
    [`{"password": ""}`, `{"password": ""}`],
    // Assignments.
    ['TOKEN=ab12', 'TOKEN=[secret:field]'],
    ['TOKEN = ab12', 'TOKEN = [secret:field]'],
    ['token: ab12', 'token: [secret:field]'],
    ['the token is ab12', 'the token is [secret:field]'],
    [`TOKEN="ab12"`, `TOKEN="[secret:field]"`],
    [`TOKEN='ab12'`, `TOKEN='[secret:field]'`],
    ['TOKEN=ab12; x', 'TOKEN=[secret:field]; x'],
    ['TOKEN=ab12&x', 'TOKEN=[secret:field]&x'],
    ['TOKEN=correct-horse', 'TOKEN=[secret:field]'],
    ['TOKEN=averylongwordindeed', 'TOKEN=[secret:field]'],
    ['Error: token: ab12', 'Error: token: [secret:field]'],
    ['TOKEN=missing', 'TOKEN=missing'],
    ['token: correct-horse', 'token: correct-horse'],
    ['token is not', 'token is not'],
    ['TOKEN=abc', 'TOKEN=abc'],
    ['TOKEN=${OTHER}', 'TOKEN=${OTHER}'],
    ['COUNT=ab12', 'COUNT=ab12'],
  ])('%s', (line, expected) => expect(shown(line)).toBe(expected));
});

describe('an unbroken run in random order', () => {
  const RUN = 'q7Xc2LmV9tRw4ZbN8kPy3HsJ';
  test.each([
    [`a ${RUN} b`, 'a [secret:random] b'],
    [`(${RUN})`, '([secret:random])'],
    [`${RUN}_x-y/z=`, '[secret:random]'],
    [`abcdefgh-${RUN}`, '[secret:random]'],
    ['q7Xc2LmV9tRw4ZbN8kPy3HsJ'.slice(0, 23), 'q7Xc2LmV9tRw4ZbN8kPy3Hs'],
    ['q7Xc2LmV9tRw4ZbN8kP-abcdefg', 'q7Xc2LmV9tRw4ZbN8kP-abcdefg'],
    ['q7Xc2LmV9tRw4ZbN8kPy-abcdefg', '[secret:random]'],
    [RUN.toLowerCase(), RUN.toLowerCase()],
    [RUN.toUpperCase(), RUN.toUpperCase()],
    ['qaXcbLmVctRwdZbNekPyfHsJ', 'qaXcbLmVctRwdZbNekPyfHsJ'],
    ['aA1aA1aA1aA1aA1aA1aA1aA1', 'aA1aA1aA1aA1aA1aA1aA1aA1'],
    ['Abcdefgh12Ijklmnop34Qrstuvw', 'Abcdefgh12Ijklmnop34Qrstuvw'],
    [`sha512-${RUN}`, `sha512-${RUN}`],
    [`sha1-${RUN}`, `sha1-${RUN}`],
    [`data:image/png;base64,${RUN}`, `data:image/png;base64,${RUN}`],
    [`"integrity": "${RUN}"`, `"integrity": "${RUN}"`],
    [`integrity ${RUN}`, `integrity ${RUN}`],
    [`secret-${RUN}`, `secret-${RUN}`],
    [`.${RUN}`, `.${RUN}`],
    [`${RUN}é`, '[secret:random]é'],
    [`${RUN.repeat(22)}`, `${RUN.repeat(22)}`],
    [`${RUN} ${RUN}`, '[secret:random] [secret:random]'],
  ])('%s', (line, expected) => expect(shown(line)).toBe(expected));
});

describe('json()', () => {
  const json = (value: Parameters<ReturnType<typeof createRedactor>['json']>[0]): string =>
    JSON.stringify(createRedactor().json(value)).replaceAll(/#[0-9a-f]{4}\]/g, ']');
  test.each([
    [{token: 'abcd'}, '{"token":"[secret:field]"}'],
    [{token: 'abc'}, '{"token":"abc"}'],
    [{token: '${TOKEN}'}, '{"token":"${TOKEN}"}'],
    [{token: 12345}, '{"token":12345}'],
    [{name: 'abcd'}, '{"name":"abcd"}'],
    [{Authorization: 'Bearer ab12cd34'}, '{"Authorization":"Bearer [secret:bearer]"}'],
    [{dsn: 'postgres://a:hunter22@h/x'}, '{"dsn":"postgres://a:[secret:password]@h/x"}'],
    [['--token', 'abcd'], '["--token","[secret:option]"]'],
    [['-password', 'abcd'], '["-password","[secret:option]"]'],
    [['--token', 'abc'], '["--token","abc"]'],
    [['--token', '--port'], '["--token","--port"]'],
    [['--token', '${TOKEN}'], '["--token","${TOKEN}"]'],
    [['--token', 1234], '["--token",1234]'],
    [['token', 'abcd'], '["token","abcd"]'],
    [['a --token', 'abcd'], '["a --token","abcd"]'],
    [['--token abc', 'abcd'], '["--token abc","abcd"]'],
    [['--port', 'abcd'], '["--port","abcd"]'],
    [[[['Bearer ab12cd34']]], '[[["Bearer [secret:bearer]"]]]'],
    [{'Bearer ab12cd34': null, b: true}, '{"Bearer [secret:bearer]":null,"b":true}'],
  ])('%j', (value, expected) => expect(json(value)).toBe(expected));

  test('what nests deeper than anybody reads is left out, and not looked through', () => {
    let deep: Parameters<ReturnType<typeof createRedactor>['json']>[0] = 'end';
    for (let level = 0; level < 600; level += 1) deep = [deep];
    expect(json(deep)).toContain('"end"');
    expect(json([deep])).toContain('"[secret:unprocessed]"');
    expect(json([deep])).not.toContain('end');
    let names: Parameters<ReturnType<typeof createRedactor>['json']>[0] = 'end';
    for (let level = 0; level < 601; level += 1) names = {a: names};
    expect(json(names)).toContain('"[secret:unprocessed]"');
  });
});

test('every name of a secret is seen in front of its value', () => {
  const words =
    'token tokens secret secrets password passwords passwd pwd passphrase pass pat auth authorization credential credentials apikey apikeys cookie session sessionid jwt bearer signature sig dsn otp pin webhook accesskey secretkey privatekey apitoken authtoken accesstoken refreshtoken idtoken clientsecret connectionstring connstr';
  for (const word of words.split(' ')) expect(shown(`MY_${word}=zq12`), word).toBe(`MY_${word}=[secret:field]`);
  expect(shown('SIGNING_KEY=zq12')).toBe('SIGNING_KEY=[secret:field]');
});

test('a bare token and one with its scheme have one tag', () => {
  const tagOf = (secret: string): string => createRedactor([secret], Buffer.from('k')).text(secret);
  for (const scheme of ['Bearer', 'basic', 'Token', 'bot'])
    expect(tagOf(`${scheme} ab12cd34ef`)).toContain(tagOf('ab12cd34ef'));
  expect(tagOf('Nearer ab12cd34ef')).not.toContain(tagOf('ab12cd34ef'));
  expect(tagOf('Bearer ab12 cd34ef')).not.toContain(tagOf('ab12 cd34ef'));
});

test('a text that cannot be looked through is not shown at all', () => {
  const {text} = createRedactor(['Quiet9Zebra:Lamp']);
  const trap = new Proxy(Object('x'), {
    get: () => {
      throw new Error('no');
    },
  });
  expect(text(trap)).toBe('[secret:unprocessed]');
});
