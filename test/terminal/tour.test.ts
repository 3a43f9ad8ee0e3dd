import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {root} from '../helpers/source-files.ts';

const pictures = path.join(root, 'docs/pictures');

const shownBy = (page: string): readonly string[] => {
  const text = fs.readFileSync(path.join(root, page), 'utf8');
  const named = [...text.matchAll(/(?:src|srcset)="([^"]+\.svg)"/g)].map((match) => match[1] ?? '');
  return named.map((name) => path.resolve(root, path.dirname(page), name));
};

test('every picture that a page shows is there, and every picture is shown', () => {
  const shown = new Set([...shownBy('README.md'), ...shownBy('docs/tour.md')]);
  const there = fs.readdirSync(pictures).map((name) => path.join(pictures, name));
  expect([...shown].sort()).toEqual(there.sort());
  expect(there.filter((file) => file.endsWith('-dark.svg'))).toHaveLength(there.length / 2);
});

test('no place of the tour is left without its picture', () => {
  const tour = fs.readFileSync(path.join(root, 'docs/tour.md'), 'utf8');
  const places = [...tour.matchAll(/<!-- ([\w-]+) -->\n([\s\S]*?)<!-- \/\1 -->/g)];
  expect(places.length).toBeGreaterThan(5);
  for (const [, name, inside] of places) expect(inside).toContain(`pictures/${name}-light.svg`);
});

test('a picture can be read aloud, and tells nothing of the machine that made it', () => {
  for (const name of fs.readdirSync(pictures)) {
    const text = fs.readFileSync(path.join(pictures, name), 'utf8');
    expect(text).toMatch(/role="img" aria-label="[^"]{20,}"/);
    // Programs of the system, and the temporary folder: nothing else.
    const places = [...text.matchAll(/(?<![\w.~<:/-])\/(?!\/)[\w.-]+\//g)].map(([place]) => place);
    expect(new Set(places)).toSatisfy((found: Set<string>) =>
      [...found].every((place) => ['/tmp/', '/usr/'].includes(place)),
    );
  }
});
