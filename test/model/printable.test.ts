import {expect, test} from 'vitest';
import {printable} from '../../src/model/printable.ts';

test('a control sequence becomes visible text', () => {
  expect(printable('a\u001b[31mb')).toBe('a\\x1b[31mb');
});

test('plain text, line ends and wide characters stay as they are', () => {
  expect(printable('naïve 日本\n\tend')).toBe('naïve 日本\n\tend');
});
