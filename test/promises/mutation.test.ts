import fs from 'node:fs';
import path from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {root} from '../helpers/source-files.ts';
import {MODULES} from '../torture/mutation/modules.mjs';
import {mutantsOf, withAllMutants, withMutant} from '../torture/mutation/mutants-of.mjs';
import {otherPatterns} from '../torture/mutation/mutate-pattern.mjs';

afterEach(() => {
  Reflect.deleteProperty(globalThis, '__mutation');
});

const faultsIn = (code: string): readonly string[] => mutantsOf(code, 'js').map((mutant) => withMutant(code, mutant));

test('faults of every kind are planted', () => {
  expect(faultsIn('a <= 1')).toEqual(expect.arrayContaining(['true', 'false', 'a < 1', 'a > 1', ';']));
  expect(faultsIn('x = a && b')).toEqual(expect.arrayContaining(['x = true', 'x = false', 'x = (a) || (b)']));
  expect(faultsIn('x = a ?? !b')).toEqual(expect.arrayContaining(['x = (a) && (!b)', 'x = a ?? b']));
  expect(faultsIn('x = 1 + 2')).toContain('x = 1 - 2');
  expect(faultsIn('if (a) { b(); }')).toEqual(
    expect.arrayContaining(['if (true) { b(); }', 'if (false) { b(); }', 'if (a) {}', 'if (a) { ; }']),
  );
  expect(faultsIn('x = [1, "a", true, {b}]')).toEqual(
    expect.arrayContaining([
      'x = []',
      `x = [1, '', true, {b}]`,
      'x = [1, "a", false, {b}]',
      'x = [1, "a", true, ({})]',
    ]),
  );
  expect(faultsIn('x = a.trim().some(f)')).toEqual(expect.arrayContaining(['x = a.some(f)', 'x = a.trim().every(f)']));
  expect(faultsIn('x = /^a/g')).toEqual(expect.arrayContaining(['x = /a/g', 'x = /^a/']));
  // In TypeScript too, where a directive is told in another way.
  expect(mutantsOf('export const f = (): void => { g(); };').map(({text}) => text)).toContain(';');
  expect(faultsIn("'use strict'; g();")).toEqual(["'use strict'; ;"]);
  // What does nothing has no fault: its name is only said.
  expect(mutantsOf('try { a(); } catch (e) { void e; }', 'js').map(({text}) => text)).toEqual(['{}', ';']);
  // No fault in what is no code, and none that would not parse.
  expect(mutantsOf("import a from 'a';")).toEqual([]);
  expect(faultsIn('x = a?.b.trim()')).not.toContain('x = (a?.b)');
});

test('a pattern differs in its anchors, counts, classes, look-arounds and alternatives', () => {
  expect(otherPatterns('^a+$')).toEqual(['a+$', '^a*$', '^a$', '^a+']);
  expect(otherPatterns('[ab]')).toEqual(['[^ab]']);
  expect(otherPatterns('[^ab]')).toEqual(['[ab]']);
  expect(otherPatterns('\\d{2,}')).toEqual(['\\D{2,}', '\\d{3,}', '\\d{1,}']);
  expect(otherPatterns('(?:a|b|c)')).toEqual(['(?:b|c)', '(?:a|c)', '(?:a|b)']);
  expect(otherPatterns('(?<=a)(?!b)')).toEqual(['(?<!a)(?!b)', '(?<=a)(?=b)']);
  expect(otherPatterns('\\(\\[a|b')).toEqual(['b', '\\(\\[a']);
});

test('a source with all its faults asleep does what it did, and with one awake what the fault does', async () => {
  const code = 'export const f = (a) => (a > 1 ? `big ${a}` : "small");';
  const mutants = mutantsOf(code);
  const run = async (awake: number): Promise<unknown> => {
    Reflect.set(globalThis, '__mutation', {on: (id: number) => id === awake});
    const source = withAllMutants(code, mutants, 0);
    const {f} = await import(`data:text/javascript,${encodeURIComponent(source)}//${awake}`);
    return [f(1), f(2)];
  };
  expect(await run(-1)).toEqual(['small', 'big 2']);
  const boundary = mutants.findIndex(({text}) => text === 'a >= 1');
  expect(await run(boundary)).toEqual(['big 1', 'big 2']);
});

test('the five safety modules are measured whole: each of their files is there, and every fault parses', () => {
  for (const {subjects} of Object.values(MODULES)) {
    for (const file of subjects) {
      const code = fs.readFileSync(path.join(root, file), 'utf8');
      const mutants = mutantsOf(code);
      expect(mutants.length, file).toBeGreaterThan(0);
      expect(() => mutantsOf(withAllMutants(code, mutants, 0)), file).not.toThrow();
    }
  }
});
