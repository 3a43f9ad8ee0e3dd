import {expect, test} from 'vitest';
import {variableNotSet} from '../../../src/diagnosis/failures/variable-not-set.ts';
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
      headers: {
        Authorization: 'Bearer ${NOTES_TOKEN}',
      },
    },
    variables: [
      {
        name: 'NOTES_TOKEN',
        written: '${NOTES_TOKEN}',
        path: ['headers', 'Authorization'],
        isSet: false,
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(variableNotSet, broken);
  expect(finding?.cause).toContain('NOTES_TOKEN');
  expect(finding?.cause).toContain('not set');
  expect(finding?.cause).toContain('"Authorization"');
  expect(finding?.fixes[0]?.title).toContain('Set NOTES_TOKEN');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when the variable is set', () => {
  expect(
    judged(variableNotSet, {
      entry: {
        variables: [
          {
            isSet: true,
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when it has a default', () => {
  expect(
    judged(variableNotSet, {
      entry: {
        variables: [
          {
            isSet: false,
            hasDefault: true,
            written: '${NOTES_TOKEN:-x}',
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test("not when the bridge fills it from the entry's own variables", () => {
  expect(
    judged(variableNotSet, {
      entry: {
        command: 'npx',
        args: ['-y', 'mcp-remote', 'https://mcp.notes.example/mcp', '--header', 'Authorization:${AUTH}'],
        envNames: ['AUTH'],
        variables: [
          {
            name: 'AUTH',
            written: '${AUTH}',
            path: ['args', 4],
            isSet: false,
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when a shell expands it', () => {
  expect(
    judged(variableNotSet, {
      entry: {
        command: 'sh',
        args: ['-c', 'echo $HOME_DIR'],
        variables: [
          {
            name: 'HOME_DIR',
            written: '$HOME_DIR',
            path: ['args', 1],
            isSet: false,
          },
        ],
      },
    }),
  ).toBeUndefined();
});
