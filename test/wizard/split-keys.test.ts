import {expect, test} from 'vitest';
import {splitKeys} from '../../src/wizard/parts/split-keys.ts';

test.each([
  ['weather\r', ['weather', '\r']],
  ['\u007f\u007f\u007f', ['\u007f', '\u007f', '\u007f']],
  ['ab\u007fc\t', ['ab', '\u007f', 'c', '\t']],
  ['y', ['y']],
  ['über 名前', ['über 名前']],
  ['', []],
  // A paste of a terminal that does not mark pastes.
  ['Error: one\rat two\r', ['Error: one\rat two\r']],
  ['Error: one\r\nat two', ['Error: one\r\nat two']],
  // Sequences are taken apart by Ink.
  ['\u001b[B\u001b[B\r', ['\u001b[B\u001b[B\r']],
])('%j', (piece, keys) => {
  expect(splitKeys(piece)).toEqual(keys);
});
