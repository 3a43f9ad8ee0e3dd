import {expect, test} from 'vitest';
import {missingCommandAndUrl} from '../../../src/diagnosis/failures/missing-command-and-url.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: null,
      args: null,
      timeout: 60000,
    },
    command: null,
    args: [],
    transport: 'unknown',
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(missingCommandAndUrl, broken);
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.cause).toContain('neither');
  expect(finding?.cause).toContain('"command"');
  expect(finding?.cause).toContain('"url"');
  expect(finding?.fixes[0]?.title).toContain('Set "command"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
});

test('not when the entry has a command', () => {
  expect(
    judged(missingCommandAndUrl, {
      entry: {},
    }),
  ).toBeUndefined();
});

test('not when the entry has a URL', () => {
  expect(
    judged(missingCommandAndUrl, {
      entry: {
        raw: {
          command: null,
          args: null,
          type: 'http',
          url: 'https://mcp.notes.example/mcp',
        },
      },
    }),
  ).toBeUndefined();
});

test("not when the command stands under another client's key", () => {
  expect(
    judged(missingCommandAndUrl, {
      entry: {
        raw: {
          command: null,
          args: null,
          cmd: 'node',
        },
      },
    }),
  ).toBeUndefined();
});
