import {describe, expect, test} from 'vitest';
import {SHAPES} from '../../src/model/redact/shapes.ts';
import {createRedactor, familyOf, isHarmlessValue, isSecretName, isStandIn} from '../../src/model/redact.ts';

const KEY = Buffer.from('key');

/** Without the marks of the tags: what is masked, and under which name. */
const shown = (line: string, secrets: readonly string[] = []): string =>
  createRedactor(secrets, KEY)
    .text(line)
    .replaceAll(/#[0-9a-f]{4}\]/g, ']');

const RUN = 'q7Xc2LmV9tRw4ZbN8kPy3HsJ';

describe('one character more or less', () => {
  test.each([
    ['Bearerab12cd34', 'Bearerab12cd34'],
    ['Bearer 1234-567', 'Bearer 1234-567'],
    ['ab://app:hunter22@h', 'ab://app:[secret:password]@h'],
    ['secret:#ab12', 'secret:[secret:field]'],
    ['secret:value#ab12', 'secret:value#ab12'],
    ['the tokenis ab12', 'the tokenis ab12'],
    ['the token is\tab12', 'the token is\t[secret:field]'],
    ['TOKEN=a1b', 'TOKEN=a1b'],
    ['TOKEN = correct-horse', 'TOKEN = [secret:field]'],
    ['the token is  ab12', 'the token is  [secret:field]'],
    ['TOKEN=ab12${}cd', 'TOKEN=[secret:field]}cd'],
    ['x://app:hunter22@h', 'x://app:hunter22@h'],
    [`ey${'J'}a1b2c3d4e5. Next`, '[secret:jwt]. Next'],
    [`S${'G'}.a1b2c3d4e5. Next`, '[secret:sendgrid]. Next'],
    ['Bearer resource_metadata_address="x"', 'Bearer resource_metadata_address="x"'],
    ['Bearer resource_metadata_address=abc', 'Bearer resource_metadata_address=abc'],
    ['Bearer ab12cd34===', 'Bearer [secret:bearer]='],
    [`integrity of ${RUN}`, 'integrity of [secret:random]'],
    [`base64, or ${RUN}`, 'base64, or [secret:random]'],
    [`sha1- ${RUN}`, 'sha1- [secret:random]'],
    ['ab12cd34ef56gh78ij90klMN', '[secret:random]'],
    ['12ab34cd56ef78gh90ijMNkl', '[secret:random]'],
  ])('%s', (line, expected) => expect(shown(line)).toBe(expected));

  test.each([
    ['/usr/local/b?n', false],
    ['/usr/local/bin', true],
    ['//server/share', true],
    ['\\\\server\\share', true],
    ['text/', false],
    ['text/x', true],
    ['text/html;q=', false],
    ['text/html;q=1', true],
    ['1.2.3-', false],
    ['1.2.3-a', true],
    ['/srv/averylongnameoff1234567890123', false],
    ['/srv/averylongnameofafolder123', true],
  ])('%s gives nothing away: %s', (value, expected) => expect(isHarmlessValue(value)).toBe(expected));

  test('a reference has a name', () => {
    expect(isStandIn('%%')).toBe(false);
    for (const word of ['%A%', '{{}}', '${}', '{env:}', '{file:}']) expect(isStandIn(word), word).toBe(true);
  });

  test('a name may end in what is no letter', () => {
    for (const name of ['SIGNING_KEY_', '_api_key', '--token--']) expect(isSecretName(name), name).toBe(true);
    for (const name of ['TOKEN_COUNT_', '_key_', 'a_', 'session_count', 'session_type'])
      expect(isSecretName(name), name).toBe(false);
  });
});

describe('a known value', () => {
  test('in quotation marks leaves them', () => {
    const secret = `Qz "7'w\\k/é+v&`;
    expect(shown(JSON.stringify(secret), [secret])).toBe('"[secret:value]"');
    expect(shown(JSON.stringify(JSON.stringify(secret).slice(1, -1)), [secret])).toBe('"[secret:value]"');
  });

  test('that is short without its quotation marks is not looked for without them', () => {
    expect(shown('abc "a""b""c" abc', ['"a""b""c"'])).toBe('abc [secret:value] abc');
  });

  test('with its scheme and two spaces leaves the scheme to others', () => {
    expect(shown('Bearer  others, Zorglub.Plim', ['Bearer  Zorglub.Plim'])).toBe('Bearer  others, [secret:value]');
  });

  test('that is short is looked for in base64 whole, and not behind another byte', () => {
    expect(shown(btoa('Zor.gl'), ['Zor.gl'])).toBe('[secret:value]');
    expect(shown(btoa('xZor.gl'), ['Zor.gl'])).toBe(btoa('xZor.gl'));
  });

  test('that is an address has no secret in its scheme', () => {
    const url = 'postgresql+asyncpg://u:Pass.wrd9@h/x';
    expect(shown('postgresql+asyncpg Pass.wrd9', [url])).toBe('postgresql+asyncpg [secret:value]');
  });

  test('that is an address has secrets that look nearly like hosts, and hosts that are none', () => {
    const url = 'https://u:Secret12.@one.two.three.four.five/Secret1234/mno.pqr.stu.vwx.1x';
    expect(shown('Secret12. Secret1234 one.two.three.four.five', [url])).toBe(
      '[secret:value] [secret:value] one.two.three.four.five',
    );
    expect(shown('a mno.pqr.stu.vwx.1x', [url])).toBe('a [secret:value]');
  });

  test('that overlaps another is masked once', () => {
    expect(shown('<Zor.glub.Plim>', ['Zor.gl', 'Zor.glub.Plim'])).toBe('<[secret:value]>');
    expect(shown('<Zorglub.Plim.x>', ['Plim.x', 'Zorglub.Plim'])).toBe('<[secret:value].x>');
  });

  test('with its scheme and two spaces has the tag of the value alone; glued to the word it has its own', () => {
    const tagOf = (secret: string): string => createRedactor([secret], KEY).text(secret);
    expect(tagOf('Bearer  ab12cd34ef')).toContain(tagOf('ab12cd34ef'));
    expect(tagOf('Tokenab12cd34ef')).not.toContain(tagOf('ab12cd34ef'));
  });
});

test('a private key of nothing ends where it ends', () => {
  const [begin, end] = ['BEGIN', 'END'].map((word) => `-----${word} ${'PRIVATE'} KEY-----`);
  expect(shown(`a ${begin}${end} b`)).toBe('a [secret:pem] b');
});

test('a token of Telegram begins with eight to ten digits', () => {
  const of = (digits: string): string | null => familyOf(`${digits}:AA${'b1'.repeat(6)}`);
  expect(['1234567', '12345678', '1234567890', '12345678901'].map(of)).toEqual([null, 'telegram', 'telegram', null]);
});

test('json() takes only a word for an option', () => {
  const {json} = createRedactor();
  expect(json([['--token'], 'abcd'])).toEqual([['--token'], 'abcd']);
  expect(json(['--token', 'abcd'])).toEqual(['--token', expect.stringMatching(/^\[secret:option#/)]);
});

test('who was told nothing knows nothing', () => {
  const words = 'a mutated word, a secret word and a default one';
  expect(createRedactor().text(words)).toBe(words);
});

test('only these families have no word that a text is looked through for first', () => {
  const slow = SHAPES.filter(([, , word]) => word === '').map(([family]) => family);
  expect(slow).toEqual(['stripe', 'github', 'aws', 'google', 'slack', 'webhook', 'azure', 'token']);
  for (const [, pattern] of SHAPES) expect(pattern.flags).toBe('g');
});
