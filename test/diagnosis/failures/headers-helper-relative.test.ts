import {expect, test} from 'vitest';
import {headersHelperRelative} from '../../../src/diagnosis/failures/headers-helper-relative.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    transport: 'http',
    url: 'https://mcp.notes.example/mcp',
    command: null,
    args: [],
    raw: {
      command: null,
      args: null,
      type: 'http',
      url: 'https://mcp.notes.example/mcp',
      headersHelper: './auth/headers.sh',
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(headersHelperRelative, broken);
  expect(finding?.cause).toContain('"headersHelper"');
  expect(finding?.cause).toContain('./auth/headers.sh');
  expect(finding?.fixes[0]?.title).toContain('Set "headersHelper" to the full path');
  expect(finding?.fixes[0]?.kind).toBe('edit');
});

test('not when the path is a full one', () => {
  expect(
    judged(headersHelperRelative, {
      entry: {
        raw: {
          headersHelper: '/srv/app/auth/headers.sh',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when there is no helper', () => {
  expect(
    judged(headersHelperRelative, {
      entry: {},
    }),
  ).toBeUndefined();
});
