import {expect, test} from 'vitest';
import {valueRepeatsName} from '../../../src/diagnosis/failures/value-repeats-name.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const withValue = (repeatedName: string | null): PartialEvidence => ({
  entry: {
    raw: {env: {NOTES_API_KEY: '[secret]'}},
    values: [{path: ['env', 'NOTES_API_KEY'], text: '[secret]', isSecret: true, repeatedName}],
  },
});

test('names the variable and removes the name from its value', () => {
  const finding = judged(valueRepeatsName, withValue('NOTES_API_KEY='));
  expect(finding?.cause).toContain('"NOTES_API_KEY="');
  expect(finding?.cause).toContain('twice');
  expect(finding?.fixes[0]).toMatchObject({
    kind: 'edit',
    change: {edit: {kind: 'rewrite', how: {how: 'replace-text', from: 'NOTES_API_KEY=', to: ''}}},
  });
});

test('not for a value without its name', () => {
  expect(judged(valueRepeatsName, withValue(null))).toBeUndefined();
});
