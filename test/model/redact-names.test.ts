import {expect, test} from 'vitest';
import {isHarmlessValue, isSecretName, isStandIn} from '../../src/model/redact.ts';

const SECRET_WORDS =
  'token tokens secret secrets password passwords passwd pwd passphrase pass pat auth authorization credential credentials apikey apikeys cookie session sessionid jwt bearer signature sig dsn otp pin webhook accesskey secretkey privatekey apitoken authtoken accesstoken refreshtoken idtoken clientsecret connectionstring connstr';
const KEY_WORDS =
  'api access secret private signing encryption master service account auth license shared storage admin subscription deploy';
const ABOUT_WORDS =
  'count max min limit limits type mode method url uri endpoint path file dir name enabled disabled expiry expires ttl timeout length size usage budget host port provider issuer audience scope scopes header prefix policy server metadata id';

test.each(SECRET_WORDS.split(' '))('%s names a secret, alone and among other words', (word) => {
  expect(isSecretName(word)).toBe(true);
  expect(isSecretName(`MY_${word.toUpperCase()}`)).toBe(true);
  expect(isSecretName(`${word}-value`)).toBe(true);
});

test.each(KEY_WORDS.split(' '))('a key of the kind %s is a secret', (word) => {
  expect(isSecretName(`${word}_key`)).toBe(true);
  expect(isSecretName(`the_${word}_of_many_keys`)).toBe(true);
});

test.each(ABOUT_WORDS.split(' '))('what ends in %s tells of a secret and is none', (word) => {
  expect(isSecretName(`token_${word}`)).toBe(false);
  expect(isSecretName(`${word}_token`)).toBe(word !== 'max' && word !== 'min');
});

test('names in every spelling', () => {
  for (const name of [
    'apiKEY',
    'APIKey',
    'myHTTPToken',
    'X-Api-Key',
    '--api-key',
    'api.key',
    'session_id',
    'openaiKey',
    'a_b_key',
    'my_keys',
  ])
    expect(isSecretName(name), name).toBe(true);
  for (const name of [
    '',
    'key',
    'keys',
    'KEY',
    'id',
    'primary_row_of_keys',
    'user_id',
    'sort_by_the_key',
    'max_token_size',
    'TOKEN_MAX_VALUE',
    'min_secret',
    'keyring',
    'tokenize',
  ])
    expect(isSecretName(name), name).toBe(false);
  expect(isSecretName(`${'x_'.repeat(100)}token`)).toBe(false);
  expect(isSecretName(`${'x_'.repeat(97)}token`)).toBe(true);
});

const HARMLESS: readonly string[] = [
  ...'true false yes no on off null none auto default prod production dev development test testing staging local'.split(
    ' ',
  ),
  ...'localhost debug info warn warning error trace verbose silent stdio http https sse streamable-http utf-8 utf8 en'.split(
    ' ',
  ),
  ...'en_us en_us.utf-8 c.utf-8 bearer basic keep-alive no-cache gzip node python application admin user'.split(' '),
  ...'root main master latest public read write readonly read-only enabled disabled oauth oauth2 eu-west-1 us-central-2'.split(
    ' ',
  ),
  ...'4096 -12 +3.5 30s 500ms 10m 2h 64kb 10MB 1gb 123456.123456 v1.2 1.2.3 v1.2.3.4 1.2.3-beta.1 1.2.3+build5'.split(
    ' ',
  ),
  ...'/usr/local/bin ~/projects ./a/b ../x .\\a C:\\Users\\me d:/x /opt/my.app(1)/a@b+c'.split(' '),
  ...'https://api.example.com http://x.example:8080/mcp wss://a.b/c/ file://x/y ws://a/b-c_d.e~f'.split(' '),
  ...'application/json text/event-stream image/* audio/mpeg video/mp4 multipart/form-data */*'.split(' '),
  'application/json, text/event-stream',
  'text/html; charset=utf-8',
  ' debug ',
  'abc',
];

test.each(HARMLESS)('%s gives nothing away', (value) => expect(isHarmlessValue(value)).toBe(true));

test.each([
  'hunter22',
  'true!',
  'xtrue',
  'productionx',
  'correct horse battery',
  '1234567',
  '12345678901234',
  '30xs',
  '1.2.3.4.5',
  '1.2.3-abcdefghijklmnopqrs',
  '/aB3dE5fG7hJ9kL2mN4pQ6rS8tU1vW0xY',
  '/home/a1bcdefghijklmnopqrstuvwxyz',
  '/srv/x2y/abcdefghijklmnopqrstuvwx9y',
  'https://x.example/a?token=b',
  'https://user:pw@x.example/',
  'ftp://x.example/a',
  'https://x.example/abcdefghijklmnopqrstuvwxy',
  `/a/${'b'.repeat(300)}`,
  'mime/json',
  'application/json; a b',
  'west-eu-1x',
])('%s may be a secret', (value) => expect(isHarmlessValue(value)).toBe(false));

test.each([
  '',
  '  ',
  '${TOKEN}',
  '$TOKEN',
  '$_t1',
  '%TOKEN%',
  '{env:TOKEN}',
  '{file:~/token}',
  '{{token}}',
  'Bearer ${TOKEN}',
  'x-Key $TOKEN',
  '<your token>',
  'your-token-here',
  'YOUR_KEY',
  'your token',
  '[your-key]',
  'xxx',
  'XXXXXX',
  '...',
  '***',
  '******',
  'changeme',
  'CHANGEME',
  'todo',
  'replace-me',
  'replace_me_now',
  'replaceme',
  'insert-key',
  'insert token here',
  'INSERT_IT',
  '[redacted]',
  '[secret:value#1234]',
  '[SECRET]',
])('%s stands in for a value', (value) => {
  expect(isStandIn(value)).toBe(true);
  expect(isHarmlessValue(value)).toBe(true);
});

test.each([
  'a${TOKEN}',
  '${TOKEN}a',
  '${A}${B}',
  '1 ${TOKEN}',
  '$1TOKEN',
  '%TO KEN%',
  '{cmd:TOKEN}',
  '{{a}b}',
  '<a><b>',
  'a<b>',
  '<b>a',
  'yours',
  'myyour-token',
  'xx',
  'xxxa',
  'axxx',
  '..',
  '....',
  '**',
  'a***',
  'changemenot',
  'pleasechangeme',
  'todos',
  'a todo',
  'dont-replace-me',
  'reinsert-it',
  'inserted',
  '[redacted',
  'a[redacted]',
  '[redacted] a',
  `<${'a'.repeat(300)}>`,
])('%s does not', (value) => expect(isStandIn(value)).toBe(false));
