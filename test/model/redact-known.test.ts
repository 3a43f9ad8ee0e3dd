import {describe, expect, test} from 'vitest';
import {createRedactor} from '../../src/model/redact.ts';

const KEY = Buffer.from('key');

/** What a redactor that knows the secrets leaves of a text: each tag as its family in brackets. */
const shown = (secrets: readonly string[], text: string): string =>
  createRedactor(secrets, KEY)
    .text(text)
    .replaceAll(/\[secret:(\w+)#[0-9a-f]{4}\]/g, '[$1]');

const SECRET = `Qz "7'w\\k/é+v&`;
const LETTERS = 'Zorglub.Plim';

describe('a known value in every spelling', () => {
  test.each([
    ['as it is', SECRET],
    ['for an address', encodeURIComponent(SECRET)],
    ['for a form', encodeURIComponent(SECRET).replaceAll('%20', '+')],
    ['in JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(SECRET).slice(1, -1)).slice(1, -1)],
    ['without quotation marks', 'Qz 7wk/é+v&'],
    ['backwards', [...SECRET].reverse().join('')],
    ['as bytes', Buffer.from(SECRET).toString('hex')],
    ['in capitals', SECRET.toUpperCase()],
  ])('%s', (_, spelt) => {
    expect(shown([SECRET], `<${spelt}>`)).toBe('<[value]>');
  });

  test.each([0, 1, 2, 3])('in base64 behind %i bytes', (count) => {
    const bytes = Buffer.concat([Buffer.alloc(count, 'x'), Buffer.from('Zorglub?>~Plim\u00ff')]);
    for (const encoding of ['base64', 'base64url'] as const) {
      const out = shown(['Zorglub?>~Plim\u00ff'], `a ${bytes.toString(encoding).replace(/=+$/, '')} b`);
      expect(out).toMatch(/^a .{0,4}\[value\].{0,2} b$/);
    }
  });

  test('broken over lines, indented or not', () => {
    for (const gap of ['\n', '\r\n', '\n   ', '\n\t\t', '\n\n'])
      expect(shown([LETTERS], `a ${LETTERS.slice(0, 5)}${gap}${LETTERS.slice(5)} b\nc`)).toBe('a [value] b\nc');
    expect(shown([LETTERS], `  ${LETTERS}\n x`)).toBe('  [value]\n x');
    expect(shown([LETTERS], `\n${LETTERS}\n`)).toBe('\n[value]\n');
    expect(shown([LETTERS], `${LETTERS.slice(0, 5)} ${LETTERS.slice(5)}`)).not.toContain('[value]');
  });

  test('a secret that itself has lines', () => {
    expect(shown(['Zorg\nlub.Plim'], 'x Zorg\nlub.Plim y')).toBe('x [value] y');
    expect(shown(['Zorg\r\nlub.Plim'], 'x Zorglub.Plim y')).toBe('x [value] y');
  });
});

describe('a part of a known value', () => {
  test('eight characters in a row, and no fewer', () => {
    expect(shown([LETTERS], `a ${LETTERS.slice(0, 8)} b`)).toBe('a [value] b');
    expect(shown([LETTERS], `a ${LETTERS.slice(4)} b`)).toBe('a [value] b');
    expect(shown([LETTERS], `a ${LETTERS.slice(0, 7)} b`)).toBe('a Zorglub b');
    expect(shown([LETTERS], `a ${LETTERS.slice(0, 9)}${LETTERS.slice(1)} b`)).toBe('a [value][value] b');
    expect(shown([LETTERS], `${LETTERS}${LETTERS}`)).toBe('[value][value]');
    expect(shown([LETTERS], LETTERS.slice(0, 8))).toBe('[value]');
  });

  test('a value of six or seven characters is known whole', () => {
    for (const short of ['Zor.gl', 'Zor.glu'])
      expect(shown([short], `${short} a ${short.toUpperCase()}${short} b ${short}`)).toBe(
        '[value] a [value][value] b [value]',
      );
    expect(shown(['Zor.g'], 'Zor.g')).toBe('Zor.g');
    expect(shown(['Zor.gl'], 'Zor.g a')).toBe('Zor.g a');
    expect(shown([' Zor.gl '], 'Zor.gl')).toBe('[value]');
    expect(shown(['Zor.gl', LETTERS], `Zor.gl ${LETTERS} Zor.gl`)).toBe('[value] [value] [value]');
  });

  test('a whole value has its own tag; what two have in common that of the longer one', () => {
    const longer = `${LETTERS}.Plam`;
    const both = createRedactor([LETTERS, longer], KEY).text;
    expect(both(LETTERS)).toBe(createRedactor([LETTERS], KEY).text(LETTERS));
    expect(both(longer)).toBe(createRedactor([longer], KEY).text(longer));
    expect(both(LETTERS.slice(0, 10))).toBe(createRedactor([longer], KEY).text(longer));
  });
});

describe('what of a known value is secret', () => {
  test('without the scheme in front', () => {
    for (const scheme of ['Bearer', 'basic', 'TOKEN', 'Digest', 'bot'])
      expect(shown([`${scheme} ${LETTERS}`], `x ${scheme} y ${LETTERS}`)).toBe(`x ${scheme} y [value]`);
    // Too short behind it: the whole is the value.
    expect(shown(['Bearer Zor.g'], 'Bearer Zor.g')).toBe('[value]');
    expect(shown(['Bearer Zor. glub'], 'x Bearer Zor. glub')).toBe('x [value]');
  });

  test('of an address its credentials, query and long parts', () => {
    const url = `https://user.name:Pass.wrd9@db.example.com:5432/plain-words/Seg.ment99?key=Val.ue.77#Frag.ment5`;
    const out = shown(
      [url],
      'db.example.com plain-words Pass.wrd9 Seg.ment99 Val.ue.77 Frag.ment5 example.com/plain-words user.name',
    );
    expect(out).toBe('db.example.com plain-words [value] [value] [value] [value] example.com/plain-words user.name');
    expect(shown(['https://h.example/Short.1'], 'Short.1')).toBe('Short.1');
    expect(shown(['a1b:Zorglub//x9'], 'Zorglub//x9')).toBe('[value]');
  });

  test('harmless values are none, whatever stands around them', () => {
    expect(
      shown(
        ['production', 'https://api.example.com/mcp', '/usr/local/bin/node', '${TOKEN}'],
        'production /usr/local/bin/node',
      ),
    ).toBe('production /usr/local/bin/node');
  });
});

describe('letters whose small form is another length or depends on its place', () => {
  test.each(['İ', 'Σ', 'ς', 'ẞ', '𐐀', 'ﬀ'])('%s beside a secret shifts nothing', (letter) => {
    expect(shown([LETTERS], `${letter} ${LETTERS} ${letter}`)).toBe(`${letter} [value] ${letter}`);
    expect(shown([`${LETTERS}${letter}9x`], `a ${LETTERS}${letter}9x b`)).toBe('a [value] b');
    expect(shown([`${LETTERS}${letter}`], `a ${LETTERS}${letter}`)).toBe('a [value]');
  });
  test('half a pair is no reason to fail', () => {
    expect(shown(['\ud800Zorglub.Plim'], 'a \ud800Zorglub.Plim b')).toBe('a [value] b');
    expect(shown([LETTERS], `\udc00${LETTERS}`)).toBe('\udc00[value]');
  });
});

test('a value that has a shape has the tag of its family', () => {
  const token = `gh${'p'}_a1b2c3d4e5f6`;
  expect(shown([token], `x ${token.slice(2)} y`)).toBe('x [github] y');
});

test('a very long value is known at its beginning and its end', () => {
  const long = Array.from({length: 9000}, (_, i) => `k${i}Z`).join('.');
  const out = shown([long], `a ${long} b ${Buffer.from(long).toString('base64').slice(0, 400)} c`);
  expect(out).toMatch(/^a \[value\] b \[value\].{0,3} c$/);
});
