import {expect, test} from 'vitest';
import {secretInTrackedFile} from '../../../src/diagnosis/failures/secret-in-tracked-file.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    file: '/srv/app/.mcp.json',
    place: {
      file: '/srv/app/.mcp.json',
    },
    isProjectFile: true,
    isTracked: true,
    raw: {
      env: {
        NOTES_TOKEN: '[secret]',
      },
    },
    values: [
      {
        path: ['env', 'NOTES_TOKEN'],
        text: '[secret]',
        isSecret: true,
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(secretInTrackedFile, broken);
  expect(finding?.cause).toContain('"NOTES_TOKEN"');
  expect(finding?.cause).toContain('version control');
  expect(finding?.fixes[0]?.title).toContain('Put the token into an environment variable');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when the file is not tracked', () => {
  expect(
    judged(secretInTrackedFile, {
      entry: {
        isTracked: false,
        values: [
          {
            path: ['env', 'NOTES_TOKEN'],
            isSecret: true,
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when the file holds a reference only', () => {
  expect(
    judged(secretInTrackedFile, {
      entry: {
        isTracked: true,
        values: [
          {
            path: ['env', 'NOTES_TOKEN'],
            isSecret: true,
            references: ['NOTES_TOKEN'],
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when the value is a placeholder', () => {
  expect(
    judged(secretInTrackedFile, {
      entry: {
        isTracked: true,
        values: [
          {
            path: ['env', 'NOTES_TOKEN'],
            isSecret: true,
            placeholder: 'changeme',
          },
        ],
      },
    }),
  ).toBeUndefined();
});
