import {expect, test} from 'vitest';
import {variableWrongSyntax} from '../../../src/diagnosis/failures/variable-wrong-syntax.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      env: {
        API_KEY: '${env:NOTES_TOKEN}',
      },
    },
    variables: [
      {
        written: '${env:NOTES_TOKEN}',
        syntax: '${env:VAR}',
        path: ['env', 'API_KEY'],
        isExpanded: false,
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(variableWrongSyntax, broken);
  expect(finding?.cause).toContain('${env:NOTES_TOKEN}');
  expect(finding?.cause).toContain('${NOTES_TOKEN}');
  expect(finding?.cause).toContain('Claude Code');
  expect(finding?.fixes[0]?.title).toContain('Write ${NOTES_TOKEN} instead of ${env:NOTES_TOKEN}');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {
      path: ['mcpServers', 'notes', 'env', 'API_KEY'],
      edit: {kind: 'rewrite', how: {how: 'replace-text', from: '${env:NOTES_TOKEN}', to: '${NOTES_TOKEN}'}},
    },
  });
});

test('not when the client knows the spelling', () => {
  expect(
    judged(variableWrongSyntax, {
      entry: {
        variables: [
          {
            isExpanded: true,
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when a dollar sign stands inside a pattern', () => {
  expect(
    judged(variableWrongSyntax, {
      entry: {
        values: [
          {
            path: ['args', 1],
            text: '^foo$BAR',
          },
        ],
        variables: [
          {
            name: 'BAR',
            written: '$BAR',
            syntax: '$VAR',
            path: ['args', 1],
            isExpanded: false,
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when the client expands nothing at all', () => {
  expect(
    judged(variableWrongSyntax, {
      entry: {
        rules: {
          expansion: {
            syntax: [],
            where: [],
          },
        },
        variables: [
          {
            isExpanded: false,
          },
        ],
      },
    }),
  ).toBeUndefined();
});
