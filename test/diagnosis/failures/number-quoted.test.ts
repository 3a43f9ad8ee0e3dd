import {expect, test} from 'vitest';
import {numberQuoted} from '../../../src/diagnosis/failures/number-quoted.ts';
import {judged} from '../../helpers/judged.ts';

const entry = (client: string, raw: {readonly [key: string]: string | number}) => ({
  entry: {
    client,
    raw,
    rules: {
      knownFields: ['command', 'startup_timeout_sec', 'tool_timeout_sec'],
      fields: {timeout: 'startup_timeout_sec'},
    },
  },
});

test('names the key and takes the quotes away', () => {
  const finding = judged(numberQuoted, entry('codex', {startup_timeout_sec: '30'}));
  expect(finding?.severity).toBe('error');
  expect(finding?.cause).toContain('"startup_timeout_sec"');
  expect(finding?.fixes[0]?.title).toBe('Set "startup_timeout_sec" to 30 without quotes');
});

test('other time limits count, too, and other clients only warn', () => {
  expect(judged(numberQuoted, entry('cursor', {tool_timeout_sec: '60.5'}))?.severity).toBe('warning');
});

test.each([
  ['a number', {startup_timeout_sec: 30}],
  ['words', {startup_timeout_sec: '30s'}],
  ['a number in another key', {command: '30'}],
])('stays clear: %s', (_, raw) => {
  expect(judged(numberQuoted, entry('codex', raw))).toBeUndefined();
});
