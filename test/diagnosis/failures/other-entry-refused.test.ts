import {expect, test} from 'vitest';
import {otherEntryRefused} from '../../../src/diagnosis/failures/other-entry-refused.ts';
import {evidenceOf, type PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const {file = '', at = []} = evidenceOf({entry: {}}).entry as {file?: string; at?: readonly (string | number)[]};

const decidedAt = (path: readonly (string | number)[], where = file): PartialEvidence => ({
  entry: {standing: {state: 'unusable', decidedBy: {file: where, path, line: 7, owner: null}}},
});

test('names the other entry, and says to mend that one', () => {
  const finding = judged(otherEntryRefused, decidedAt([...at.slice(0, -1), 'tasks', 'cwd']));
  expect(finding?.cause).toContain('because of another entry there: "tasks"');
  expect(finding?.fixes[0]?.title).toContain('mcp-fix fix "tasks"');
  expect(finding?.location?.line).toBe(7);
});

test('not when the entry itself is what is refused, nor for what another file decides', () => {
  expect(judged(otherEntryRefused, decidedAt([...at, 'cwd']))).toBeUndefined();
  expect(judged(otherEntryRefused, decidedAt(at))).toBeUndefined();
  expect(judged(otherEntryRefused, decidedAt([...at.slice(0, -1), 'tasks'], '/elsewhere.json'))).toBeUndefined();
});
