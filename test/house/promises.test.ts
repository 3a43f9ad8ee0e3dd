import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {root, sourceFiles} from '../helpers/source-files.ts';
import {TRIALS} from '../torture/trials.ts';

interface Row {
  readonly promise: string;
  readonly tests: readonly {readonly file: string; readonly name: string}[];
  readonly figures: string;
}

/** The rows of the table of docs/promises.md: promise, tests as `file`: name, figures. */
const rowsOf = (page: string): readonly Row[] =>
  [...page.matchAll(/^\| (R\d+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, promise = '', tests = '', figures = '']) => ({
      promise,
      tests: tests.split('<br>').map((one) => {
        const [, file = '', name = ''] = /`([^`]+)`: (.+)/.exec(one.trim()) ?? [];
        return {file, name: name.trim()};
      }),
      figures: figures.trim(),
    }),
  );

const page = fs.readFileSync(path.join(root, 'docs/promises.md'), 'utf8');
const rows = rowsOf(page);

const troubleWith = ({file, name}: {readonly file: string; readonly name: string}): string | null => {
  const full = path.join(root, file);
  if (file === '' || name === '') return 'a test that is not written as `file`: name';
  if (!fs.existsSync(full)) return `${file} is not there`;
  const text = fs.readFileSync(full, 'utf8');
  const quoted = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const at = text.search(new RegExp(`\\(\\s*'${quoted}'`));
  if (at < 0) return `${file} has no test named "${name}"`;
  const before = text.slice(Math.max(0, at - 12), at);
  return /\b(skip|todo|fails|only)$/.test(before) || /\.(skip|only|todo)\(/.test(text)
    ? `"${name}" in ${file} is skipped`
    : null;
};

test('every promise R1–R32 has its row, once, with a test and with figures', () => {
  expect(rows.map(({promise}) => promise)).toEqual(Array.from({length: 32}, (_, index) => `R${index + 1}`));
  expect(rows.filter(({figures}) => figures === '').map(({promise}) => promise)).toEqual([]);
});

test('every mapped test is there and is not skipped', () => {
  expect(rows.flatMap(({tests}) => tests.map(troubleWith)).filter((trouble) => trouble !== null)).toEqual([]);
});

test('every trial of the torture run stands in the table with a slice in the ordinary run', () => {
  for (const {promise, title} of TRIALS) {
    const row = rows.find((one) => one.promise === promise);
    expect(
      row?.tests.some(({file}) => file.startsWith('test/promises/')),
      `${promise} ${title}`,
    ).toBe(true);
  }
});

test('a missing name, a missing file and a skipped test are seen', () => {
  expect(troubleWith({file: 'test/house/promises.test.ts', name: 'no such name'})).toMatch(/no test named/);
  expect(troubleWith({file: 'test/none.test.ts', name: 'x'})).toMatch(/not there/);
  expect(rowsOf('| R1 | a | `x`: y<br>`z`: w | 5 |\n')[0]?.tests).toHaveLength(2);
});

test('no source names a program that opens a browser', () => {
  const opener = /xdg-open|rundll32|shell\.openExternal|\bwslview\b|['"]open['"],\s*\[/;
  const guilty = sourceFiles().filter(
    (file) => ['probes', 'commands', 'wizard', 'repair'].includes(file.room) && opener.test(file.text),
  );
  expect(guilty.map((file) => file.path)).toEqual([]);
});
