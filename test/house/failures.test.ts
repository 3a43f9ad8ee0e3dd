import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {FAILURES} from '../../src/diagnosis/index.ts';
import {root} from '../helpers/source-files.ts';

const idsIn = (folder: string, ending: RegExp): readonly string[] =>
  fs
    .readdirSync(path.join(root, folder))
    .filter((name) => ending.test(name))
    .map((name) => name.replace(ending, ''))
    .filter((name) => name !== 'index' && name !== 'README' && !name.startsWith('in-'))
    .sort();

const ids = FAILURES.map((failure) => failure.id).sort();
const textOf = (...file: readonly string[]): string => fs.readFileSync(path.join(root, ...file), 'utf8');

describe('each failure has its three homes under one name', () => {
  test('no id is there twice', () => {
    expect(ids.filter((id, index) => ids[index + 1] === id)).toEqual([]);
  });

  test('a rule for each id in the list, and the other way round', () => {
    expect(idsIn('src/diagnosis/failures', /\.ts$/)).toEqual(ids);
  });

  test('a page for each', () => {
    expect(idsIn('docs/failures', /\.md$/)).toEqual(ids);
  });

  test('a test for each', () => {
    expect(idsIn('test/diagnosis/failures', /\.test\.ts$/)).toEqual(ids);
  });

  test('each is named and remedied', () => {
    const poor = FAILURES.filter(
      ({id, title, remedies, needs}) =>
        !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || title.length <= 8 || remedies.length === 0 || needs.length === 0,
    );
    expect(poor.map(({id}) => id)).toEqual([]);
  });

  test('each page has its four parts and its evidence', () => {
    const parts = ['## What you see', '## Why it happens', '## What changes', '## How to be sure', '```evidence'];
    const poor = ids.flatMap((id) => {
      const page = textOf('docs/failures', `${id}.md`);
      return parts.filter((part) => !page.includes(part)).map((part) => `${id}: ${part}`);
    });
    expect(poor).toEqual([]);
  });

  test('each test has a near-miss', () => {
    const nearMiss =
      /misses: \[\s*[^\s\]]|toBeNull\(\)|toBeUndefined\(\)|stays clear|is not found|not\.toContain|toEqual\(\[\]\)/;
    expect(ids.filter((id) => !nearMiss.test(textOf('test/diagnosis/failures', `${id}.test.ts`)))).toEqual([]);
  });
});
