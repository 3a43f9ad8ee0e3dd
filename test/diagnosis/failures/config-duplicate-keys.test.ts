import {expect, test} from 'vitest';
import {configDuplicateKeys} from '../../../src/diagnosis/failures/config-duplicate-keys.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    duplicateKeys: [
      {
        path: ['mcpServers'],
        lines: [2, 14],
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(configDuplicateKeys, broken);
  expect(finding?.cause).toContain('"mcpServers"');
  expect(finding?.cause).toContain('line 2');
  expect(finding?.cause).toContain('line 14');
  expect(finding?.fixes[0]?.title).toContain('Join the two "mcpServers"');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when every key stands once', () => {
  expect(
    judged(configDuplicateKeys, {
      file: {},
    }),
  ).toBeUndefined();
});
