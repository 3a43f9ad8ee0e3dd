import {expect, test} from 'vitest';
import {configRootNotObject} from '../../../src/diagnosis/failures/config-root-not-object.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    rootType: 'array',
    rootFound: 'missing',
    topKeys: [],
    serverLikePaths: [],
    serverNames: [],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(configRootNotObject, broken);
  expect(finding?.cause).toContain('.claude.json');
  expect(finding?.cause).toContain('a list');
  expect(finding?.cause).toContain('mcpServers');
  expect(finding?.fixes[0]?.title).toContain('Wrap');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when the outermost thing is an object', () => {
  expect(
    judged(configRootNotObject, {
      file: {},
    }),
  ).toBeUndefined();
});
