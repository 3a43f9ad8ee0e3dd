import {describe, expect, test} from 'vitest';
import type {EntryString} from '../../src/clients/entry/entry-strings.ts';
import {isSecretKey, isSecretValue} from '../../src/clients/entry/looks-secret.ts';
import {placeholderOf} from '../../src/clients/entry/placeholder-of.ts';
import {referencesIn} from '../../src/clients/entry/references.ts';
import {secretsIn} from '../../src/clients/entry/secrets-of.ts';
import {valueShapeOf} from '../../src/clients/entry/value-shape-of.ts';
import {createRedactor} from '../../src/model/redact.ts';
import type {ValueShape} from '../../src/model/value-shape.ts';

const TOKEN = `ghp_${'x1'.repeat(18)}`;
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const read = (field: EntryString['field'], name: string, text: string) => {
  const string: EntryString = {path: [field, name], field, name, text};
  const expanded = {text, uses: [], values: []};
  const secrets = secretsIn(string, expanded);
  return {secrets, shape: valueShapeOf(string, expanded, secrets, createRedactor(secrets))};
};
const header = (text: string, name = 'Authorization'): ValueShape => read('headers', name, text).shape;

describe('the shape of a header', () => {
  test('a sound one', () => {
    expect(header(`Bearer ${TOKEN}`)).toMatchObject({
      scheme: 'Bearer',
      hasDoubledScheme: false,
      quotedBy: null,
      placeholder: null,
      family: 'github',
      isSecret: true,
      hasOuterSpace: false,
      hasLineEnd: false,
    });
  });
  test.each<[string, string, Partial<ValueShape>]>([
    ['doubled scheme', `Bearer Bearer ${TOKEN}`, {hasDoubledScheme: true, scheme: 'Bearer'}],
    ['colon behind the scheme', `bearer: ${TOKEN}`, {scheme: 'bearer'}],
    ['misspelt scheme', `Beaer ${TOKEN}`, {scheme: 'Beaer', isSecret: true}],
    ['no scheme', TOKEN, {scheme: null, isSecret: true}],
    ['quotes around the token', `Bearer "${TOKEN}"`, {quotedBy: '"', scheme: 'Bearer'}],
    ['quotes around all', `'Bearer ${TOKEN}'`, {quotedBy: "'"}],
    ['typographic quotes', `Bearer \u201c${TOKEN}\u201d`, {quotedBy: '\u201c', hasNonAscii: true}],
    ['line end', `Bearer ${TOKEN}\n`, {hasLineEnd: true, hasOuterSpace: true}],
    ['space in front', ` Bearer ${TOKEN}`, {hasOuterSpace: true}],
    ['zero-width space', `Bearer ${TOKEN}\u200b`, {hasNonAscii: true}],
    ['placeholder', 'Bearer <YOUR_API_KEY>', {placeholder: '<YOUR_API_KEY>', isSecret: false}],
    ['empty', '', {isEmpty: true, isSecret: false}],
  ])('%s', (_name, text, expected) => {
    const shape = header(text);
    expect(shape).toMatchObject(expected);
    expect(shape.text).not.toContain(TOKEN);
    expect(shape.length).toBe(text.length);
  });
  test('claims of a JWT, and never its signature', () => {
    const token = `${base64({alg: 'RS256'})}.${base64({iss: 'https://id.test', aud: 'notes', scope: 'a b', exp: 10, nbf: 5})}.c2lnbmF0dXJl`;
    const shape = header(`Bearer ${token}`);
    expect(shape.jwt).toEqual({
      algorithm: 'RS256',
      issuer: 'https://id.test',
      audience: ['notes'],
      scopes: ['a', 'b'],
      expiresAt: 10,
      notBefore: 5,
      issuedAt: null,
      isIdToken: false,
    });
    expect(JSON.stringify(shape)).not.toContain('c2lnbmF0dXJl');
  });
  test.each(['a.b.c', `${TOKEN}.x.y`, 'eyJ.eyJ.x', '1.2.3'])('%s is no JWT', (text) => {
    expect(header(`Bearer ${text}`).jwt).toBeNull();
  });
  test('equal values have equal tags', () => {
    expect(header(TOKEN).tag).toBe(read('env', 'X', TOKEN).shape.tag);
    expect(header(TOKEN).tag).not.toBe(header(`${TOKEN}1`).tag);
  });
});

test.each([
  '<YOUR_API_KEY>',
  '<token>',
  'your-api-key',
  'your_token_here',
  'YOUR_API_KEY_HERE',
  'xxxx',
  'xxxxxxxx',
  '...',
  'changeme',
  'CHANGE_ME',
  'replace-me',
  'REPLACE_WITH_YOUR_KEY',
  'sk-xxxxxxxx',
  'sk-your-key',
  'ghp_xxxxxxxxxxxx',
  'insert-your-token',
  '{{API_KEY}}',
  '[YOUR KEY]',
  'TODO',
  '/path/to/folder',
  '/Users/username/projects',
  'https://your-domain.example/mcp',
  'api-key-here',
  '__API_KEY__',
])('%s is a placeholder', (text) => {
  expect(placeholderOf(text)).not.toBeNull();
});

test.each([
  TOKEN,
  'k-123',
  'production',
  'notes',
  'https://mcp.example.com/mcp',
  '/srv/notes',
  '/Users/anna/notes',
  'token',
  'password',
  'none',
  'example',
  'xenon',
  'my-notes',
  'yourself',
  'a<b',
  'x',
  '--your',
  '[1,2]',
  '{"a": 1}',
  '12345',
  'fast',
  'test_key_51Hxyz9aB',
])('%s is no placeholder', (text) => {
  expect(placeholderOf(text)).toBeNull();
});

test.each<[EntryString['field'], string, string, readonly string[]]>([
  ['env', 'NOTES_API_KEY', 'k-123456', ['k-123456']],
  ['env', 'REGION', 'eu-central-1', []],
  ['env', 'NODE_ENV', 'production', []],
  ['env', 'TOKEN_FILE', '/run/secrets/x', []],
  ['env', 'CACHE', TOKEN, [TOKEN]],
  ['env', 'DATABASE', 'postgres://app:hunter22@db/x', ['hunter22']],
  ['env', 'API_KEY', '${KEY}', []],
  ['env', 'API_KEY', '<YOUR_KEY>', []],
  ['headers', 'Authorization', 'Bearer abc123', ['abc123']],
  ['headers', 'Authorization', 'Bearer Bearer abc123', ['abc123']],
  ['headers', 'X-Api-Key', 'abc123', ['abc123']],
  ['headers', 'Accept', 'application/json', []],
  ['headers', 'X-Notes-Beta', '2024-01', []],
  ['headers', 'Authorization', 'Bearer ${TOKEN}', []],
  ['url', 'url', 'https://x.test/mcp?api_key=abc123&v=2', ['abc123']],
  ['url', 'url', 'https://u:pass12@x.test/mcp', ['pass12']],
  ['url', 'url', `https://x.test/${TOKEN}/mcp`, [TOKEN]],
  ['url', 'url', 'https://x.test/v1/projects/notes-server/mcp', []],
  ['args', 'token', 'abc123', ['abc123']],
  ['args', '', '--api-key=abc123', ['abc123']],
  ['args', '', 'API_TOKEN=abc123', ['abc123']],
  ['args', '', 'Authorization: Bearer abc123', ['abc123']],
  ['args', 'port', '3000', []],
  ['args', '', '@modelcontextprotocol/server-everything', []],
  ['args', '', '/srv/notes/server-2/index.js', []],
  ['args', 'y', '@scope/notes@1.2.3', []],
])('%s %s=%s', (field, name, text, expected) => {
  expect(read(field, name, text).secrets).toEqual(expected);
});

test.each(['API_KEY', 'NOTES_TOKEN', 'dbPassword', 'X-Auth', 'GITHUB_PAT', 'client_secret', 'SECRET'])(
  '%s names a secret',
  (name) => {
    expect(isSecretKey(name)).toBe(true);
  },
);
test.each(['KEYBOARD', 'MONKEY', 'PATH', 'TOKEN_URL', 'AUTHOR', 'KEY_PATH', 'PASSENGERS', 'REGION'])(
  '%s names none',
  (name) => {
    expect(isSecretKey(name)).toBe(false);
  },
);
test.each(['true', '3', 'no'])('%s under a secret name is no secret', (value) => {
  expect(isSecretValue('USE_TOKEN', value)).toBe(false);
});

test.each<[string, readonly string[]]>([
  ['${A}', ['${VAR}']],
  ['${A:-x}', ['${VAR:-default}']],
  ['a $HOME b', ['$VAR']],
  ['%APPDATA%\\x', ['%VAR%']],
  ['${env:A}', ['${env:VAR}']],
  ['{env:A}', ['{env:VAR}']],
  ['$env:A', ['$env:VAR']],
  ['${input:a b}', ['${input:id}']],
  ['${workspaceFolder}/x', ['${workspaceFolder}']],
  ['${{ secrets.A }}', ['${{ secrets.X }}']],
  ['${A}${B}', ['${VAR}', '${VAR}']],
  ['pa$$word', []],
  ['cost $5', []],
  ['pa$word', []],
  ['\\$HOME', []],
  ['https://x.test/%E2%80%A6', []],
  ['100% sure, 50%', []],
  ['{"a": 1}', []],
])('%s holds %j', (text, expected) => {
  expect(referencesIn(text).map(({syntax}) => syntax)).toEqual(expected);
});
