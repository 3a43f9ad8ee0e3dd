import {expect, test} from 'vitest';
import {fromHere} from '../../src/commands/from-here.ts';

test('a path is seen from the folder of the person', () => {
  expect(fromHere({cwd: '/work'}, 'a/b.md')).toBe('/work/a/b.md');
  expect(fromHere({cwd: '/work'}, '/c.md')).toBe('/c.md');
});

test('in a deleted folder only a whole path leads somewhere', () => {
  expect(fromHere({cwd: null}, '/c.md')).toBe('/c.md');
  expect(() => fromHere({cwd: null}, 'c.md')).toThrow(/has been deleted.*cd/);
});
