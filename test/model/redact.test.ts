import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createRedactor, isSecretName} from '../../src/model/redact.ts';

// Made up from parts, so that no scanner takes this file for a leak.
const body = (n: number, seed = 'aB3dE5fG7hJ9kL2mN4pQ6rS8tU1vW0xY'): string =>
  seed.repeat(Math.ceil(n / seed.length)).slice(0, n);
const hex = (n: number): string => 'a3f09c7be1d24586'.repeat(12).slice(0, n);
const jwt = ['ey' + 'JhbGciOiJIUzI1NiJ9', 'ey' + 'JzdWIiOiIxMjM0NTY3ODkwIn0', body(43)].join('.');
const TOKENS: Readonly<Record<string, string>> = {
  anthropicApi: `sk-${'ant'}-api03-${body(93)}AA`,
  anthropicAdmin: `sk-${'ant'}-admin01-${body(80)}`,
  anthropicOat: `sk-${'ant'}-oat01-${body(80)}`,
  anthropicOrt: `sk-${'ant'}-ort01-${body(80)}`,
  openai: `sk-${'proj'}-${body(60)}`,
  githubClassic: `gh${'p'}_${body(36)}`,
  githubFine: `github_${'pat'}_${body(60).replaceAll('-', '')}`,
  githubApp: `gh${'s'}_${body(36)}`,
  gitlab: `gl${'pat'}-${body(20)}`,
  aws: `AK${'IA'}${'QX7Z3M5N2P4R6T8V'}`,
  google: `AI${'za'}${body(35)}`,
  azure: `Account${'Key'}=${body(86)}==`,
  slack: `xo${'xb'}-1234567890-${body(24)}`,
  stripe: `sk_${'live'}_${body(24)}`,
  npm: `np${'m'}_${body(36)}`,
  pypi: `py${'pi'}-${body(60)}`,
  huggingface: `h${'f'}_${body(34)}`,
  jwt,
  sendgrid: `S${'G'}.${body(22)}.${body(43)}`,
  databricks: `da${'pi'}${hex(32)}`,
  telegram: `1234567890:${'AA'}${body(33)}`,
  vault: `hv${'s'}.${body(24)}`,
  digitalocean: `do${'p'}_v1_${hex(64)}`,
  linear: `lin_${'api'}_${body(40)}`,
  webhook: `https://hooks.slack.com/${'services'}/T00000000/B00000000/${body(24)}`,
};

/** No run of eight characters of the secret's own part is left. */
const leaks = (shown: string, secret: string): string | null => {
  for (let i = 0; i + 8 <= secret.length; i += 1) {
    const run = secret.slice(i, i + 8);
    if (shown.includes(run)) return run;
  }
  return null;
};

describe('by shape', () => {
  for (const [family, token] of Object.entries(TOKENS)) {
    test(family, () => {
      const {text} = createRedactor();
      const tail = token.slice(-20);
      for (const place of [
        token,
        `token ${token} is bad`,
        `"x": "${token}"`,
        `url?a=${token}&b=1`,
        `at f (${token})\n  at g`,
        `\u001b[31m${token}`,
        `{"e":"a\\n${token}"}`,
        `x%3D${token}`,
      ]) {
        expect(text(place)).toContain('[secret:');
        expect(leaks(text(place), tail)).toBeNull();
      }
      expect(text(token.slice(0, Math.ceil(token.length * 0.6)))).toContain('[secret:');
    });
  }

  test('a private key goes whole, even cut off', () => {
    const key = `-----BEGIN RSA ${'PRIVATE'} KEY-----\n${body(64)}\n${body(64)}\n`;
    expect(createRedactor().text(`x ${key}-----END RSA ${'PRIVATE'} KEY----- y`)).toMatch(/^x \[secret:pem#\w{4}\] y$/);
    expect(createRedactor().text(`x ${key}`)).toMatch(/^x \[secret:pem#\w{4}\]$/);
  });
});

describe('by context', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Authorization: Bearer abc123def456', 'abc123def456'],
    ['Authorization: Basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
    ['Cookie: sid=s%3Aabcd.efgh; theme=dark', 'abcd.efgh'],
    ['set-cookie: session=zzzyyyxxx; Path=/', 'zzzyyyxxx'],
    ['postgres://app:hunter22@db.example/x', 'hunter22'],
    ['https://x.example/sse?api_key=k3yk3yk3y&x=1', 'k3yk3yk3y'],
    ['server --token s3cr3tvalue --port 80', 's3cr3tvalue'],
    ['server --api-key=s3cr3tvalue', 's3cr3tvalue'],
    ['DB_PASSWORD=correct-horse9', 'correct-horse9'],
    ['{"client_secret":"letmein please"}', 'letmein please'],
    ["NOTES_TOKEN: 'a1b2c3d4e5'", 'a1b2c3d4e5'],
  ];
  test.each(cases)('%s', (line, secret) => {
    const shown = createRedactor().text(line);
    expect(shown).toContain('[secret:');
    expect(shown).not.toContain(secret);
  });

  test.each([
    'WWW-Authenticate: Bearer realm="mcp", resource_metadata="https://x.example/.well-known/oauth-protected-resource"',
    'Bearer authentication failed',
    'the token is missing',
    'error: password incorrect for user',
    'Authorization: Bearer ${NOTES_TOKEN}',
    'API_KEY=<YOUR_API_KEY>',
    'max_tokens: 4096',
    'token_type=bearer',
    'NOTES_TOKEN is not set',
    'Usage: server --token TOKEN --port PORT',
    'postgres://localhost:5432/x',
  ])('is left as it is: %s', (line) => {
    expect(createRedactor().text(line)).toBe(line);
  });
});

describe('by value', () => {
  const secret = 'Quiet9Zebra:Lamp/Kite+77';
  const spelt: Readonly<Record<string, string>> = {
    raw: secret,
    url: encodeURIComponent(secret),
    base64: Buffer.from(secret).toString('base64'),
    base64url: Buffer.from(`x:${secret}`).toString('base64url'),
    'base64 of user:secret': Buffer.from(`m:${secret}:e`).toString('base64'),
    upper: secret.toUpperCase(),
    hex: Buffer.from(secret).toString('hex'),
    cut: secret.slice(0, 14),
    end: secret.slice(-9),
    wrapped: `${secret.slice(0, 6)}\n    ${secret.slice(6)}`,
    json: JSON.stringify(`"${secret}"`),
  };
  test.each(Object.entries(spelt))('%s', (_, shown) => {
    const out = createRedactor([secret]).text(`before ${shown} after`);
    expect(out).toContain('[secret:');
    expect(out.toLowerCase()).not.toContain('zebra:la');
    expect(leaks(out.replaceAll(/\[secret[^\]]*\]/g, ''), shown)).toBeNull();
    expect(out).toMatch(/^before .* after$/s);
  });

  test('harmless and short values are no secrets', () => {
    const {text} = createRedactor([
      'true',
      'production',
      '/usr/local/bin',
      '8080',
      '${TOKEN}',
      'https://api.example.com/mcp',
    ]);
    const line = 'production /usr/local/bin 8080 true ${TOKEN} https://api.example.com/mcp';
    expect(text(line)).toBe(line);
  });

  test('the same secret has the same tag in a run, and another with another key', () => {
    const tags = createRedactor([secret]).text(`${secret} ${secret.toUpperCase()}`).split(' ');
    expect(tags[0]).toBe(tags[1]);
    const one = createRedactor([secret], Buffer.from('one')).text(secret);
    expect(createRedactor([secret], Buffer.from('two')).text(secret)).not.toBe(one);
    expect(createRedactor([secret], Buffer.from('one')).text(secret)).toBe(one);
  });

  test('secrets that begin or end alike have tags of their own', () => {
    const alike = [
      `sk-${'ant'}-api03-${body(40)}`,
      `sk-${'ant'}-api03-${body(44).slice(4)}`,
      `team-key-one-${body(20)}`,
      `team-key-two-${body(20)}`,
    ];
    const redactor = createRedactor(alike);
    const marks = alike.map((secret) => /#([0-9a-f]{4})\]/.exec(redactor.text(`token ${secret} end`))?.[1]);
    expect(marks).not.toContain(undefined);
    expect(new Set(marks).size).toBe(alike.length);
    expect(redactor.text(alike.join(' '))).toBe(alike.map((secret) => redactor.text(secret)).join(' '));
  });

  test('with() keeps what was known', () => {
    const out = createRedactor([secret]).with(['another secret value']).text(`${secret} another secret value`);
    expect(out).not.toMatch(/Zebra|another secret/);
  });

  test('2,000 made-up secrets leave no run of eight characters', () => {
    const places = [
      (s: string) => s,
      (s: string) => `{"a":${JSON.stringify(s)}}`,
      (s: string) => `x=${encodeURIComponent(s)}&y`,
      (s: string) => `Error: ${s}\n at`,
    ];
    fc.assert(
      fc.property(
        fc.string({minLength: 10, maxLength: 40, unit: fc.constantFrom(...'abcXYZ0189-_.+/=: "\\')}),
        fc.constantFrom(...places),
        (value, place) => {
          fc.pre(value.trim() === value && /[0-9]/.test(value) && /[a-z]/.test(value) && !/:\/\//.test(value));
          fc.pre(createRedactor([value]).text(value) !== value);
          const shown = createRedactor([value])
            .text(place(value))
            .replaceAll(/\[secret[^\]]*\]/g, '\u0000');
          expect(leaks(shown, value)).toBeNull();
        },
      ),
      {numRuns: 2000},
    );
  });
});

describe('by field name', () => {
  test('json() looks at names, lists of options and nested values', () => {
    const out = createRedactor().json({
      env: {NOTES_TOKEN: 'plainword', LOG_LEVEL: 'debug', REF: '${NOTES_TOKEN}', API_KEY: '${API_KEY}'},
      args: ['--token', 'plainword', '--port', '80'],
      headers: {Authorization: 'Bearer abcdefg1'},
      command: 'npx',
    });
    expect(out).toMatchObject({
      env: {LOG_LEVEL: 'debug', REF: '${NOTES_TOKEN}', API_KEY: '${API_KEY}'},
      command: 'npx',
    });
    expect(JSON.stringify(out)).not.toMatch(/plainword|abcdefg1/);
    expect(JSON.stringify(out)).toContain('"--port","80"');
  });

  test.each([
    'NOTES_TOKEN',
    'apiKey',
    'API_KEY',
    'x-api-key',
    'Authorization',
    '--password',
    'clientSecret',
    'DB_PASS',
    'OPENAI_KEY',
    'Cookie',
    'accessToken',
  ])('%s is the name of a secret', (name) => expect(isSecretName(name)).toBe(true));
  test.each([
    'PATH',
    'MAX_TOKENS',
    'token_type',
    'keyboard',
    'monkey',
    'tokenizer',
    'AUTH_URL',
    'NODE_ENV',
    'key',
    'author',
    'passed',
    'Content-Type',
    'compass',
    'secretary',
    'TOKEN_FILE',
  ])('%s is not', (name) => expect(isSecretName(name)).toBe(false));
});

test('harmless text stays: at most 0.5 % of words are masked', () => {
  const words: string[] = [];
  for (let i = 0; i < 500; i += 1) {
    const id = (i * 2_654_435_761) % 4_294_967_296;
    const digest = id.toString(16).padStart(8, '0').repeat(5);
    words.push(
      `/home/person${i}/projects/my-App${i}/node_modules/@modelcontextprotocol/server-everything/dist/index.js`,
      `@acme/notes-server@${i % 9}.${i % 13}.${i % 31}`,
      digest,
      `${digest.slice(0, 8)}-${digest.slice(0, 4)}-4${digest.slice(1, 4)}-a${digest.slice(2, 5)}-${digest.slice(0, 12)}`,
      `mcp__notes_${i}__searchDocumentsByTitle`,
      `claude-sonnet-4-5-2025${String(i % 12).padStart(2, '0')}29`,
      `sha512-${Buffer.from(digest).toString('base64')}`,
      `C:\\Users\\Person\\AppData\\Roaming\\npm\\node_modules\\tool${i}\\build\\index.mjs:${i}:7`,
      `https://api.example${i}.com/v${i % 4}/mcp`,
      `getUserProfile${i}ByAccountNumberAndRegion`,
    );
  }
  const {text} = createRedactor();
  const masked = words.filter((word) => text(word) !== word);
  expect(masked.slice(0, 10)).toEqual([]);
  expect(masked.length / words.length).toBeLessThan(0.005);
});

test('never throws and takes time in proportion', () => {
  const redactor = createRedactor(['Quiet9Zebra:Lamp/Kite+77']);
  fc.assert(
    fc.property(fc.string({unit: 'binary', maxLength: 200}), (input) => typeof redactor.text(input) === 'string'),
  );
  for (const unit of [
    'a',
    'eyJ',
    '-----BEGIN PRIVATE KEY-----',
    'https://a:',
    '--token ',
    '"a":"',
    'x=',
    'Bearer ',
    '\\',
    '"',
    ' \n',
    'sk-',
    '?a=',
    'aB3',
  ]) {
    // Time of our own: other programs on the machine do not count.
    const started = process.cpuUsage();
    redactor.text(unit.repeat(Math.ceil(1_000_000 / unit.length)));
    const {user, system} = process.cpuUsage(started);
    expect((user + system) / 1000, unit).toBeLessThan(3000);
  }
}, 60_000);

test('an unlabelled random run is masked, a long name is not', () => {
  const {text} = createRedactor();
  expect(text(`got ${'q7Xc2LmV9' + 'tRw4ZbN8kPy3HsJ'} back`)).toMatch(/^got \[secret:random#\w{4}\] back$/);
  expect(text('got getUserProfile10ByAccountNumberAndRegion back')).toContain('AndRegion');
});

test('is done once: a masked text stays as it is', () => {
  const {text} = createRedactor(['Quiet9Zebra:Lamp/Kite+77']);
  for (const line of [
    'Authorization: Bearer abc123def456',
    'TOKEN=abc123def456',
    '{"token":"abcdef1"}',
    'a Quiet9Zebra:Lamp/Kite+77 b',
  ]) {
    expect(text(text(line))).toBe(text(line));
  }
});
