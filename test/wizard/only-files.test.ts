import {expect, test} from 'vitest';
import {begin} from '../../src/repair/advance.ts';
import type {Row} from '../../src/repair/state.ts';
import {summary} from '../../src/wizard/screens/pick-words.ts';
import {LIST, play} from '../repair/stages.ts';

const rows: readonly Row[] = play(begin().state, {type: 'listed', list: LIST}).state.rows;

test('a file that hides every server is counted as a file; beside servers the sentence stays one', () => {
  const files = rows.filter(({server}) => server.kind === 'file');
  expect(files).toHaveLength(1);
  expect(summary(files.map((row) => ({...row, status: 'broken'})))).toBe('1 file: 1 broken.');
  expect(summary(rows)).toMatch(new RegExp(`^${rows.length} servers: `));
});
