import {describe, expect, test} from 'vitest';
import {languageOf} from '../../src/clients/edit/language.ts';
import {readDocument} from '../../src/clients/text/config-document.ts';
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
