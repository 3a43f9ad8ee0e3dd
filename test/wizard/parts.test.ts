import {readFile} from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {keysPage} from '../../src/wizard/keys-page.ts';
import {createInputFilter} from '../../src/wizard/parts/input-filter.ts';
import {bold, ends, line, textOfLine, widthOfLine, within, wrap} from '../../src/wizard/parts/line.ts';
import {edited, erase, fieldOf, insert, moveCaret, NO_TEXT} from '../../src/wizard/parts/text-field.ts';
import {showSpaces, verbatim} from '../../src/wizard/parts/verbatim.ts';
import {cut, pad, widthOf} from '../../src/wizard/parts/width.ts';
import {SCREENS} from '../../src/wizard/shown.ts';

const text = fc.oneof(
  fc.string(),
  fc
    .array(fc.constantFrom('a', ' ', '  ', '天', 'é', 'e\u0301', '👩‍👩‍👧', '🇫🇷', 'word', 'שלום', '…'), {maxLength: 40})
    .map((parts) => parts.join('')),
);

describe('width', () => {
  const table: readonly [string, number][] = [
    ['abc', 3],
    ['天気', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['🇫🇷', 2],
    ['✓', 1],
    ['✔\ufe0f', 2],
    ['한', 2],
    ['ﾊ', 1],
    ['', 0],
  ];
  test.each(table)('%j takes %i', (one, width) => expect(widthOf(one)).toBe(width));

  test('cut and pad keep to the width, whatever the text', () => {
    fc.assert(
      fc.property(text, fc.nat(30), (one, width) => {
        expect(widthOf(cut(one, width))).toBeLessThanOrEqual(width);
        expect(widthOf(pad(one, width))).toBeGreaterThanOrEqual(width);
      }),
    );
  });
});

describe('lines', () => {
  test('wrapping keeps every word and no line is too wide', () => {
    fc.assert(
      fc.property(text, text, fc.integer({min: 8, max: 60}), fc.integer({min: 0, max: 4}), (a, b, width, indent) => {
        const lines = wrap([bold(a), {text: b}], width, indent);
        for (const one of lines) expect(widthOfLine(within(one, width))).toBeLessThanOrEqual(width);
        for (const one of lines) expect(widthOfLine([{text: textOfLine(one).trimEnd()}])).toBeLessThanOrEqual(width);
        expect(lines.map(textOfLine).join('').replaceAll(' ', '')).toBe((a + b).replaceAll(' ', ''));
      }),
    );
  });
  test('words stay whole where they fit', () => {
    expect(wrap(line('one two three'), 9).map(textOfLine)).toEqual(['one two', 'three']);
    expect(wrap(line('abcdefghij'), 4).map(textOfLine)).toEqual(['abcd', 'efgh', 'ij']);
  });
  test('the right end gives way', () => {
    expect(textOfLine(ends(line('left'), line('right'), 12))).toBe('left   right');
    expect(textOfLine(ends(line('left'), line('right'), 10))).toBe('left');
  });
  test('verbatim leaves nothing out', () => {
    fc.assert(
      fc.property(
        text.filter((one) => !/[\t\n]/.test(one)),
        fc.integer({min: 4, max: 40}),
        (one, width) => {
          expect(verbatim(one, width).join('')).toBe(one);
          for (const part of verbatim(one, width)) expect(widthOf(part)).toBeLessThanOrEqual(width);
        },
      ),
    );
    expect(showSpaces('a   b c ')).toBe('a···b c·');
  });
});

describe('what comes from the keyboard', () => {
  const read = (...chunks: readonly string[]): {keys: string[]; pastes: string[]} => {
    const pastes: string[] = [];
    const filter = createInputFilter((one) => pastes.push(one));
    return {keys: chunks.map(filter), pastes};
  };
  test('a paste is one text, wherever it is cut', () => {
    const whole = 'a\u001b[200~one\rtwo\u001b[31m red\u001b[0m\u001b[201~b';
    for (let at = 1; at < whole.length; at += 1) {
      const {keys, pastes} = read(whole.slice(0, at), whole.slice(at));
      // A lone ESC at the end of a piece is the Esc key; terminals do not cut there.
      if (whole.slice(0, at).endsWith('a\u001b')) continue;
      expect(pastes).toEqual(['one\ntwo red']);
      expect(keys.join('')).toBe('ab');
    }
  });
  test('Esc and the arrows pass; colours, mouse and focus reports do not', () => {
    expect(read('\u001b').keys).toEqual(['\u001b']);
    expect(read('\u001b[A', '\u001b[5~', '\u001bOP', 'y').keys).toEqual(['\u001b[A', '\u001b[5~', '\u001bOP', 'y']);
    expect(read('\u001b[31m', '\u001b[<0;10;5M', '\u001b[I', '\u001b[O').keys).toEqual(['', '', '', '']);
  });
  test('Ctrl-C is heard although the end of a paste got lost', () => {
    expect(read('\u001b[200~abc', '\u0003', 'x').keys).toEqual(['', '\u0003', 'x']);
  });
});

test('a line that is typed: insert, erase and move by letters, not by code units', () => {
  const family = insert(insert(NO_TEXT, 'a👩‍👩‍👧'), 'b');
  expect(family).toEqual({text: 'a👩‍👩‍👧b', caret: 3});
  expect(erase(moveCaret(family, -1))).toEqual({text: 'ab', caret: 1});
  expect(erase(moveCaret(fieldOf('x'), -9))).toEqual({text: 'x', caret: 0});
});

test('keys inside of a line do what shells do; other keys do nothing', () => {
  const line = {text: 'https://a.example/one two👩‍👩‍👧', caret: 25};
  expect(edited(line, 'ctrl-u')).toEqual({text: '👩‍👩‍👧', caret: 0});
  expect(edited(line, 'ctrl-k')).toEqual({text: 'https://a.example/one two', caret: 25});
  expect(edited(line, 'ctrl-w')).toEqual({text: 'https://a.example/one 👩‍👩‍👧', caret: 22});
  expect(edited({text: 'one two  ', caret: 9}, 'ctrl-w')).toEqual({text: 'one ', caret: 4});
  expect(edited(NO_TEXT, 'ctrl-w')).toEqual(NO_TEXT);
  expect([edited(line, 'ctrl-a')?.caret, edited(line, 'home')?.caret]).toEqual([0, 0]);
  expect([edited(line, 'ctrl-e')?.caret, edited(line, 'end')?.caret]).toEqual([26, 26]);
  expect([edited(line, 'up'), edited(line, 'ctrl-r')]).toEqual([null, null]);
});

test('docs/keys.md is made from these tables', async () => {
  const page = await readFile(path.resolve(import.meta.dirname, '../../docs/keys.md'), 'utf8');
  expect(page, 'run: node src/build/docs-keys.mjs').toBe(keysPage());
});

test('no screen has two keys of the same name at the same time, and no label is jargon', () => {
  for (const screen of Object.values(SCREENS)) {
    for (const {label} of screen.keys) expect(label).not.toMatch(/abort|execute|invoke|stdio|ENOENT/i);
  }
});
