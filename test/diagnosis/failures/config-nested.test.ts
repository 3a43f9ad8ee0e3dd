import {expect, test} from 'vitest';
import {configNested} from '../../../src/diagnosis/failures/config-nested.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    serverLikePaths: [['mcpServers', 'mcpServers']],
    serverNames: ['mcpServers'],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(configNested, broken);
  expect(finding?.cause).toContain('mcpServers.mcpServers');
  expect(finding?.cause).toContain('level');
  expect(finding?.fixes[0]?.title).toContain('Lift the servers');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when the servers stand where they belong', () => {
  expect(
    judged(configNested, {
      file: {},
    }),
  ).toBeUndefined();
});
