import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createRedactor} from '../../../src/model/redact.ts';
import {createRing} from '../../../src/probes/process/ring.ts';

const redactor = createRedactor([]);

const ringOf = (
  chunks: readonly string[],
  limits: {part?: number; line?: number} = {},
): ReturnType<typeof createRing> => {
  const ring = createRing(limits);
  for (const chunk of chunks) ring.push(Buffer.from(chunk));
  return ring;
};

test('short output is kept word for word, however it is chunked', () => {
  const text = 'one\ntwo — три\n\nlast without an end';
  fc.assert(
    fc.property(fc.array(fc.nat(Buffer.byteLength(text)), {maxLength: 8}), (cuts) => {
      const bytes = Buffer.from(text);
      const ring = createRing();
      const sorted = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      sorted.slice(1).forEach((end, index) => {
        ring.push(bytes.subarray(sorted[index] ?? 0, end));
      });
      expect(ring.text()).toBe(text);
      expect(ring.capture(redactor)).toEqual({head: text, tail: '', bytes: bytes.length, droppedBytes: 0});
    }),
  );
});

test('of much the beginning and the end are kept, and what is dropped is counted', () => {
  const lines = Array.from({length: 5000}, (_, index) => `line ${index}\n`);
  const ring = ringOf(lines, {part: 2000, line: 100});
  const {head, tail, bytes, droppedBytes} = ring.capture(redactor);
  expect(head.startsWith('line 0\nline 1\n')).toBe(true);
  expect(tail.endsWith('line 4998\nline 4999\n')).toBe(true);
  expect(bytes).toBe(lines.join('').length);
  expect(droppedBytes).toBe(bytes - 4000);
});

test('of a long line the beginning is kept, and the lines after it', () => {
  const ring = ringOf(['a'.repeat(30), 'b'.repeat(300), '\nnext\n', 'c'.repeat(99), 'd\n'], {part: 4000, line: 100});
  expect(ring.text()).toBe(`${'a'.repeat(30)}${'b'.repeat(70)}\nnext\n${'c'.repeat(99)}d\n`);
});

test('a secret that stands across a cut does not stay in part', () => {
  const secret = `sk-${'S3cr3t'.repeat(8)}`;
  const known = createRedactor([secret]);
  const filler = 'word '.repeat(1000);
  for (const offset of [5, 20, 40]) {
    const start = filler.slice(0, 4096 - offset);
    const ring = ringOf([start, secret, ` ${filler}`, '\nend\n'], {part: 20_000, line: 4096});
    expect(JSON.stringify(ring.capture(known))).not.toContain('S3cr3t');
  }
});

test('control characters are shown as what they are', () => {
  expect(ringOf(['\x1b[31mred\x1b[0m\n']).capture(redactor).head).toBe('\\x1b[31mred\\x1b[0m\n');
});
