import {expect, test} from 'vitest';
import {fieldIgnored} from '../../../src/diagnosis/failures/field-ignored.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'node',
      args: ['server.js'],
      cwd: '/srv/notes',
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(fieldIgnored, broken);
  expect(finding?.cause).toContain('"cwd"');
  expect(finding?.cause).toContain('Claude Code');
  expect(finding?.fixes[0]?.title).toContain('Write full paths');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when a switch of another client stands on "on"', () => {
  expect(
    judged(fieldIgnored, {
      entry: {
        raw: {
          command: 'node',
          disabled: false,
          enabled: true,
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the client knows the setting', () => {
  expect(
    judged(fieldIgnored, {
      entry: {
        raw: {
          command: 'node',
          cwd: '/srv',
        },
        rules: {
          fields: {
            cwd: 'cwd',
          },
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the setting has another name here, which is another failure', () => {
  expect(
    judged(fieldIgnored, {
      entry: {
        raw: {
          command: 'node',
          environment: {},
        },
      },
    }),
  ).toBeUndefined();
});

test('a switch that stands the other way round in this client', () => {
  const rules = {fields: {disabled: null, enabled: 'enabled'}};
  const off = {command: 'node', disabled: true};
  const finding = judged(fieldIgnored, {entry: {raw: off, rules}});
  expect(finding?.cause).toContain('"disabled"');
  expect(finding?.fixes[0]?.title).toBe('Write "enabled": false instead');
  expect(judged(fieldIgnored, {entry: {raw: {...off, enabled: true}, rules}})).toBeUndefined();
});
