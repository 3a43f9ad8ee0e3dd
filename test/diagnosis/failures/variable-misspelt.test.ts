import {expect, test} from 'vitest';
import {variableMisspelt} from '../../../src/diagnosis/failures/variable-misspelt.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      env: {
        API_KEY: '${NOTES_TOKN}',
      },
    },
    variables: [
      {
        name: 'NOTES_TOKN',
        written: '${NOTES_TOKN}',
        path: ['env', 'API_KEY'],
        isSet: false,
        near: ['NOTES_TOKEN'],
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(variableMisspelt, broken);
  expect(finding?.cause).toContain('NOTES_TOKN');
  expect(finding?.cause).toContain('NOTES_TOKEN');
  expect(finding?.fixes[0]?.title).toContain('Write NOTES_TOKEN instead of NOTES_TOKN');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {
      path: ['mcpServers', 'notes', 'env', 'API_KEY'],
      edit: {kind: 'rewrite', how: {how: 'replace-text', from: 'NOTES_TOKN', to: 'NOTES_TOKEN'}},
    },
  });
});

test('not when no name is near', () => {
  expect(
    judged(variableMisspelt, {
      entry: {
        variables: [
          {
            isSet: false,
            near: [],
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when the variable is set', () => {
  expect(
    judged(variableMisspelt, {
      entry: {
        variables: [
          {
            isSet: true,
            near: ['NOTES_TOKENS'],
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when the near name is the one that the entry itself sets', () => {
  expect(
    judged(variableMisspelt, {
      entry: {
        envNames: ['OPT'],
        variables: [
          {
            name: 'OPT_X',
            written: '${OPT_X}',
            path: ['env', 'OPT'],
            isSet: false,
            near: ['OPT'],
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when a default stands in', () => {
  expect(
    judged(variableMisspelt, {
      entry: {
        variables: [
          {
            isSet: false,
            hasDefault: true,
            near: ['NOTES_TOKENS'],
          },
        ],
      },
    }),
  ).toBeUndefined();
});
