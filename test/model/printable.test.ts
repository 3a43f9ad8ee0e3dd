import fc from 'fast-check';
import {expect, test} from 'vitest';
import {printable, printableLine, streamable} from '../../src/model/printable.ts';

test('a control sequence becomes visible text', () => {
  expect(printable('a\u001b[31mb')).toBe('a\\x1b[31mb');
  expect(printable('a\u009b31mb\r\u0000\u0007')).toBe('a\\x9b31mb\\x0d\\x00\\x07');
});

test('plain text, line ends and wide characters stay as they are', () => {
  expect(printable('naïve 日本\n\tend')).toBe('naïve 日本\n\tend');
  expect(printable('ok ✅ ❤️ 👍🏽 ½ é')).toBe('ok ✅ ❤️ 👍🏽 ½ é');
});

test('what hides or turns text round becomes visible', () => {
  expect(printable('a\u202eb\u2066c\u200bd\ufeffe\u00adf')).toBe('a\\u202eb\\u2066c\\u200bd\\ufeffe\\xadf');
  expect(printable('x\u{e0041}y')).toBe('x\\u{e0041}y');
  expect(printable('x\ud800y')).toBe('x\\ud800y');
  expect(printableLine('a\nb\tc')).toBe('a\\nb\\tc');
});

test('each escape says which character it was, in as many digits as it needs', () => {
  for (const [raw, shown] of [
    ['\u0001', '\\x01'],
    ['\u007f', '\\x7f'],
    ['\u00ad', '\\xad'],
    ['\u061c', '\\u061c'],
    ['\u034f', '\\u034f'],
    ['\u115f\u1160', '\\u115f\\u1160'],
    ['\u17b4\u17b5', '\\u17b4\\u17b5'],
    ['\u180b\u180d\u180e', '\\u180b\\u180d\\u180e'],
    ['\u3164\uffa0', '\\u3164\\uffa0'],
    ['\ufe00\ufe0e', '\\ufe00\\ufe0e'],
    ['\ufff9\ufffb', '\\ufff9\\ufffb'],
    ['\u{1bca0}', '\\u{1bca0}'],
    ['\u{1d173}', '\\u{1d173}'],
    ['\u{e0000}\u{e0fff}', '\\u{e0000}\\u{e0fff}'],
    ['\ufe0f\ufffc\u{e1000}', '\ufe0f\ufffc\u{e1000}'],
  ] as const)
    expect(printable(raw)).toBe(shown);
  expect(streamable('\u0001\u{e0041}')).toBe('\\u0001\\udb40\\udc41');
});

test('total, idempotent, never a raw control', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary', maxLength: 60}), (text) => {
      const once = printable(text);
      expect(printable(once)).toBe(once);
      expect(once).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(printableLine(text)).not.toMatch(/[\n\t]/);
    }),
    {numRuns: 2000},
  );
});

test('takes little time for a megabyte', () => {
  for (const unit of ['plain text ', '\u001b[0m', '日本']) {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    printable(text);
    const started = performance.now();
    printable(text);
    // 50 ms a megabyte is the aim; the bound leaves room for a machine that is busy.
    expect(performance.now() - started).toBeLessThan(1000);
  }
});

test('the last net keeps the value of JSON, and nothing odd', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), (text) => {
      const out = streamable(JSON.stringify({text}));
      expect(JSON.parse(out)).toEqual({text});
      expect(out).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
    }),
  );
  expect(streamable('a\u001b[31m\tb\n')).toBe('a\\u001b[31m\tb\n');
});
