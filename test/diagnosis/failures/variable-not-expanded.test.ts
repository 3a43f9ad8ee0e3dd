import {expect, test} from 'vitest';
import {variableNotExpanded} from '../../../src/diagnosis/failures/variable-not-expanded.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    client: 'claude-desktop',
    rules: {
      client: 'claude-desktop',
      clientName: 'Claude Desktop',
      expansion: {
        syntax: [],
        where: [],
        unset: 'literal',
      },
    },
    raw: {
      env: {
        NOTES_TOKEN: '${NOTES_TOKEN}',
      },
    },
    variables: [
      {
        isExpanded: false,
        path: ['env', 'NOTES_TOKEN'],
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(variableNotExpanded, broken);
  expect(finding?.cause).toContain('${NOTES_TOKEN}');
  expect(finding?.cause).toContain('Claude Desktop');
  expect(finding?.fixes[0]?.title).toContain('Write the value of NOTES_TOKEN');
  expect(finding?.fixes[0]?.kind).toBe('edit');
});

test('not when the client expands it', () => {
  expect(
    judged(variableNotExpanded, {
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

test('not when a shell stands in between', () => {
  expect(
    judged(variableNotExpanded, {
      entry: {
        command: 'bash',
        args: ['-c', 'server --dir ${DIR}'],
        rules: {
          expansion: {
            syntax: [],
            where: [],
          },
        },
        variables: [
          {
            name: 'DIR',
            written: '${DIR}',
            path: ['args', 1],
            isExpanded: false,
          },
        ],
      },
    }),
  ).toBeUndefined();
});
