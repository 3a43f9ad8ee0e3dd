import {expect, test} from 'vitest';
import {createEventReader} from '../../../src/probes/remote/event-reader.ts';

const read = (pieces: readonly string[]): readonly string[] => {
  const seen: string[] = [];
  const reader = createEventReader(({type, data}) => seen.push(`${type}=${data}`));
  for (const piece of pieces) reader.feed(piece);
  return seen;
};

test.each(['\n', '\r\n', '\r'])('events are the same however they are cut: line end %j', (eol) => {
  const text = `\ufeffevent: a${eol}data: 1${eol}data: 2${eol}${eol}: note${eol}data: 3${eol}${eol}${eol}`;
  for (let cut = 0; cut <= text.length; cut += 1)
    expect(read([text.slice(0, cut), text.slice(cut), 'x'])).toEqual(['a=1\n2', 'message=3']);
  expect(read([...text, 'x'])).toEqual(['a=1\n2', 'message=3']);
});

test('a line of a megabyte that comes in crumbs costs little more than its length', () => {
  const from = performance.now();
  expect(read([...Array.from({length: 50_000}, () => 'data: 0123456789abcdef'), '\n\n'])).toHaveLength(1);
  expect(performance.now() - from).toBeLessThan(2000);
});
