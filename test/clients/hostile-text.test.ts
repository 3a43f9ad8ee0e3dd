import {describe, expect, test} from 'vitest';
import {languageOf} from '../../src/clients/edit/language-of.ts';
import {readDocument} from '../../src/clients/text/config-document.ts';
import {MAX_PARTS} from '../../src/clients/text/limits.ts';
import type {FileFormat} from '../../src/model/server.ts';
import {HIDDEN} from '../torture/r29-corpus.ts';

const LENIENT = {comments: true, trailingCommas: true};
const STRICT = {comments: false, trailingCommas: false};
/** Time of our own: other programs on the machine do not count. */
const milliseconds = (start: NodeJS.CpuUsage): number => {
  const {user, system} = process.cpuUsage(start);
  return (user + system) / 1000;
};

test.each(HIDDEN)('%s that nests without end is refused, not read %#', async (format, text) => {
  const start = process.cpuUsage();
  for (const dialect of [STRICT, LENIENT]) {
    const read = await readDocument(text, format, dialect);
    expect(read.root).toBeNull();
    expect(read.refused !== null || read.trouble !== null).toBe(true);
  }
  const language = languageOf(format);
  expect(language.parse(text)).toHaveProperty('trouble');
  expect(language.splice(text, {kind: 'replace', path: ['a'], value: 1})).toBeNull();
  expect(milliseconds(start)).toBeLessThan(8000);
});

describe('many brackets in texts and comments are no nesting', () => {
  const many = '[{'.repeat(2000);
  test.each<[FileFormat, string]>([
    ['json', JSON.stringify({a: many, b: `"${many}`, c: '\\'})],
    ['jsonc', `{/* ${many} */ "a": "${many}", // ${many}\n "b": 1}`],
    ['toml', `a = "${many}" # ${many}\nb = '${many}'\nc = """\n${many}"""\nd = '''${many}'''\n`],
    ['yaml', `a: x${many}\nb: "${many}" # ${many}\nc: |\n  ${many}\nd: '${many}'\n`],
    ['yaml', Array.from({length: 600}, (_, index) => `k${index}: [a, {b: c}]\n`).join('')],
    ['toml', Array.from({length: 600}, (_, index) => `[a.b${index}]\nc = [1.5, 2.5]\n`).join('')],
    ['json', `[${Array.from({length: 600}, () => '[{}]').join(',')}]`],
  ])('%s', async (format, text) => {
    const read = await readDocument(text, format, {comments: format === 'jsonc', trailingCommas: false});
    expect(read).toMatchObject({trouble: null, refused: null});
    expect(read.root).not.toBeNull();
    expect(languageOf(format).parse(text)).toHaveProperty('value');
  });

  test.each<[FileFormat, (levels: number) => string]>([
    ['json', (levels) => '['.repeat(levels) + ']'.repeat(levels)],
    ['jsonc', (levels) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`],
    ['toml', (levels) => `a = ${'['.repeat(levels)}${']'.repeat(levels)}`],
    ['yaml', (levels) => `a: ${'['.repeat(levels)}${']'.repeat(levels)}`],
  ])('%s of 512 levels is read, of 513 not', async (format, of) => {
    expect((await readDocument(of(512), format, STRICT)).refused).toBeNull();
    expect((await readDocument(of(513), format, STRICT)).refused).toBe('too-deep');
    expect(languageOf(format).parse(of(512))).toHaveProperty('value');
    expect(languageOf(format).parse(of(513))).toMatchObject({trouble: expect.stringContaining('512 levels')});
  });
});

describe('time grows with the text and not with its square', () => {
  // Each of these took minutes for a megabyte; the limit is for a machine that is busy.
  test.each<[FileFormat, string]>([
    ['yaml', `a: &a 1\nb:\n${'- *a\n'.repeat(20_000)}`],
    ['yaml', '!!x '.repeat(30_000)],
    ['yaml', Array.from({length: 20_000}, (_, index) => `k${index}: 1\n`).join('')],
    ['json', `//x\n`.repeat(100_000)],
    ['jsonc', '"abc\n'.repeat(100_000)],
    ['jsonc', `{${'a=1\n'.repeat(100_000)}`],
  ])('%s: %#', async (format, text) => {
    const start = process.cpuUsage();
    await readDocument(text, format, {comments: format === 'jsonc', trailingCommas: false});
    languageOf(format).parse(text);
    expect(milliseconds(start)).toBeLessThan(12_000);
  });
});

describe('more than anybody writes is not parsed', () => {
  test.each<[FileFormat, (count: number) => string, number]>([
    ['toml', (count) => `a = [${'1,'.repeat(count)}]\n`, 49_990],
    ['toml', (count) => `a = [${'1.5\n,'.repeat(count)}]\n`, 16_660],
    ['toml', (count) => `a = [${'{},'.repeat(count)}]\n`, 24_990],
    ['yaml', (count) => '- a\n'.repeat(count), 16_660],
    ['yaml', (count) => '}'.repeat(count), 49_990],
  ])('%s %#', async (format, of, most) => {
    const more = of(most + 1000);
    expect(await readDocument(more, format, STRICT)).toMatchObject({refused: 'too-much', root: null, lenient: null});
    expect(languageOf(format).parse(more)).toMatchObject({
      trouble: expect.stringContaining(MAX_PARTS.toLocaleString('en')),
    });
    expect(languageOf(format).splice(more, {kind: 'replace', path: ['a'], value: 1})).toBeNull();
    expect((await readDocument(of(most), format, STRICT)).refused).toBeNull();
  });

  test('five thousand tables are read, and texts hold as many signs as they like', async () => {
    const lines = Array.from({length: 5000}, (_, index) => index);
    const texts = JSON.stringify('a,b.c = [{\n'.repeat(5000));
    for (const [format, text] of [
      ['yaml', lines.map((index) => `k${index}: {command: npx}\n`).join('')],
      ['toml', lines.map((index) => `[projects."/home/me/p${index}"]\ntrust_level = "trusted"\n`).join('')],
      ['yaml', `a: ${texts}\n`],
      ['toml', `a = ${texts} # ${texts}\n`],
      ['toml', '# a, b.c = [{\n'.repeat(45_000)],
    ] as const)
      expect(await readDocument(text, format, STRICT)).toMatchObject({refused: null, trouble: null});
  });

  test('a text of a megabyte in TOML is refused, not taken for a mistake', async () => {
    const {refused, trouble} = await readDocument(`a = "${'x'.repeat(1 << 20)}"\n`, 'toml', STRICT);
    expect({refused, trouble}).toEqual({refused: 'too-much', trouble: null});
  });

  test('of a text with mistakes as many headings are named as anybody has', async () => {
    const text = `${Array.from({length: 6000}, (_, index) => `[s.k${index}]\n`).join('')}x = \n`;
    const {trouble, lenient} = await readDocument(text, 'toml', STRICT);
    expect(trouble).not.toBeNull();
    const [servers] = lenient?.kind === 'object' ? lenient.members : [];
    expect(servers?.node.kind === 'object' ? servers.node.members.length : 0).toBe(5000);
  });
});

describe('YAML as before', () => {
  test('an alias stands for the last anchor before it', async () => {
    const read = await readDocument('a: &x 1\nb: *x\nc: &x 2\nd: *x\ne: [*x, *none]\n', 'yaml', STRICT);
    expect(read.root).toMatchObject({
      members: [
        {key: 'a', node: {value: 1}},
        {key: 'b', node: {value: 1}},
        {key: 'c', node: {value: 2}},
        {key: 'd', node: {value: 2}},
        {key: 'e', node: {items: [{value: 2}, {value: null}]}},
      ],
    });
  });

  test('of several documents the first is read, and an empty text is no mistake', async () => {
    const read = await readDocument('a: 1\n---\nb: [\n', 'yaml', STRICT);
    expect(read).toMatchObject({trouble: null, root: {members: [{key: 'a'}]}});
    for (const empty of ['', '\n', '# c\n', '---\n'])
      expect(await readDocument(empty, 'yaml', STRICT)).toMatchObject({trouble: null, refused: null});
  });

  test('the first error is told with its place', async () => {
    const read = await readDocument('a: 1\nb: [1, 2\nc: 3\n', 'yaml', STRICT);
    expect(read.trouble?.message).toMatch(/ at line \d+, column \d+:$/);
  });

  test('a key that stands twice is an error for whoever edits', () => {
    expect(languageOf('yaml').parse('a: 1\nb:\n  c: 1\n  c: 2\n')).toEqual({
      trouble: 'Map keys must be unique in line 4',
    });
    expect(languageOf('yaml').parse('a: {c: 1}\nb: {c: 1}\n')).toHaveProperty('value');
  });
});
