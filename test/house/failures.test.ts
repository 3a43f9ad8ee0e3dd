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

  test.each(FAILURES.map((failure) => [failure.id, failure] as const))('%s is named and remedied', (id, failure) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(failure.title.length).toBeGreaterThan(8);
    expect(failure.remedies.length).toBeGreaterThan(0);
    expect(failure.needs.length).toBeGreaterThan(0);
  });

  test.each(ids.map((id) => [id]))('the page of %s has its four parts and its evidence', (id) => {
    const page = fs.readFileSync(path.join(root, 'docs/failures', `${id}.md`), 'utf8');
    for (const part of ['## What you see', '## Why it happens', '## What changes', '## How to be sure', '```evidence'])
      expect(page, `${id}: ${part}`).toContain(part);
  });

  test('the test of each failure has a near-miss', () => {
    const without = ids.filter(
      (id) =>
        !/near.?miss|does not|not match|stays clear|toBeNull|is clear|not\.to|clear\b/i.test(
          fs.readFileSync(path.join(root, 'test/diagnosis/failures', `${id}.test.ts`), 'utf8'),
        ),
    );
    expect(without).toEqual([]);
  });
});
