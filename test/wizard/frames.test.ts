import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {advance} from '../../src/repair/advance.ts';
import type {State} from '../../src/repair/state.ts';
import {look, NOTHING_HELD, type Seen} from '../../src/wizard/hold.ts';
import {textOfLine, widthOfLine} from '../../src/wizard/parts/line.ts';
import {ASCII, UNICODE} from '../../src/wizard/parts/marks.ts';
import {SAMPLES} from './samples.ts';

const seen = (state: State, columns: number, rows: number, marks = UNICODE): Seen =>
  look(NOTHING_HELD, {state, size: {columns, rows}, marks, isWords: false, tick: 0, nowMs: 0});

const names = Object.keys(SAMPLES);

describe.each(names)('%s', (name) => {
  const state = SAMPLES[name];
  if (state === undefined) throw new Error(name);

  test('frames at 40, 80 and 120 columns, as they were looked at', async () => {
    const frames = [40, 80, 120].map((columns) => {
      const {lines} = seen(state, columns, 30).layout;
      return `${columns} columns\n${lines.map((line) => ` ${textOfLine(line)}`.trimEnd()).join('\n')}\n`;
    });
    const file = path.join(import.meta.dirname, 'snapshots', `${name}.txt`);
    await expect(frames.join('\n')).toMatchFileSnapshot(file);
  });

  test.each([20, 30, 40, 60, 80, 120, 200, 500])(
    'no line is wider than %i columns, and no frame as tall as the terminal',
    (columns) => {
      for (const rows of [3, 6, 10, 15, 24, 50]) {
        for (const marks of [UNICODE, ASCII]) {
          const {lines} = seen(state, columns, rows, marks).layout;
          expect(lines.length).toBeLessThan(rows);
          for (const line of lines) expect(widthOfLine(line) + 1).toBeLessThan(columns);
        }
      }
    },
  );

  test('a way back or out is in the footer', () => {
    const {shown, layout} = seen(state, 80, 40);
    if (state.stage.at === 'ended') return;
    const isWrite = state.stage.at === 'putting-back' || state.stage.at === 'changing';
    const text = layout.lines.map(textOfLine).join('\n');
    if (!isWrite) expect(shown.keys.map(({key}) => key)).toContain('escape');
    expect(text.includes('Esc') || isWrite).toBe(true);
    expect(shown.view.title).not.toBe('');
  });

  test('every key in the footer does something', () => {
    const {shown, layout, context} = seen(state, 100, 60);
    for (const {key, label, does} of shown.keys) {
      const action = does(layout.isAtEnd);
      expect(action, `${key} (${label})`).not.toBeNull();
      if (action === null || !('send' in action)) continue;
      const turn = advance(context.state, action.send);
      const isChanged = turn.request !== null || JSON.stringify(turn.state) !== JSON.stringify(context.state);
      expect(isChanged, `${key} (${label}) sends ${action.send.type}, which changes nothing`).toBe(true);
    }
  });
});
