import path from 'node:path';
import {expect, test} from 'vitest';
import {sourceFiles} from '../helpers/source-files.ts';

/** File by file what it imports of our own, types too. */
const importsOf = (files: readonly {readonly path: string; readonly text: string}[]): Map<string, readonly string[]> =>
  new Map(
    files.map(({path: file, text}) => [
      file,
      [...text.matchAll(/^(?:import|export)\b[^'";]*?from '(\.{1,2}\/[^']+)';/gm)].map(([, to = '']) =>
        path.posix.join(path.posix.dirname(file), to),
      ),
    ]),
  );

/** Files that lead back to themselves, as the way there. */
const circlesIn = (imports: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) {
      found.push([...way.slice(way.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const next of imports.get(file) ?? []) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) walk(file, []);
  return found;
};

test('no file leads back to itself, not for a type either: what two need stands in a third', () => {
  expect(circlesIn(importsOf(sourceFiles()))).toEqual([]);
});

test('a circle is seen', () => {
  const file = (name: string, to: string) => ({path: `src/x/${name}.ts`, text: `import type {A} from './${to}.ts';\n`});
  expect(circlesIn(importsOf([file('a', 'b'), file('b', 'c'), file('c', 'a')]))).toEqual([
    'src/x/a.ts → src/x/b.ts → src/x/c.ts → src/x/a.ts',
  ]);
  expect(circlesIn(importsOf([file('a', 'b'), file('b', 'c')]))).toEqual([]);
});
