import {expect, test} from 'vitest';
import {switchQuoted} from '../../../src/diagnosis/failures/switch-quoted.ts';
import {judged} from '../../helpers/judged.ts';

const withSwitch = (disabled: boolean | string) =>
  judged(switchQuoted, {
    entry: {rules: {fields: {disabled: 'disabled'}}, raw: {command: 'node', disabled}},
  });

test('names the switch and writes it without quotes', () => {
  const finding = withSwitch('false');
  expect(finding?.cause).toContain('"disabled"');
  expect(finding?.cause).toContain('in quotes');
  expect(finding?.fixes[0]).toMatchObject({kind: 'edit', change: {edit: {kind: 'set', value: false}}});
});

test.each([true, false, 'sometimes', ''])('not for %j', (value) => {
  expect(withSwitch(value)).toBeUndefined();
});
