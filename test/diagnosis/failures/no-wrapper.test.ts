import {expect, test} from 'vitest';
import {noWrapper} from '../../../src/diagnosis/failures/no-wrapper.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    rootFound: 'missing',
    topKeys: ['notes'],
    serverLikePaths: [[]],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(noWrapper, broken);
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.cause).toContain('"mcpServers"');
  expect(finding?.cause).toContain('root');
  expect(finding?.fixes[0]?.title).toContain('Move "notes" to "mcpServers"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['notes'], edit: {kind: 'move', to: ['mcpServers', 'notes']}},
  });
});

test('not when the servers stand under another key', () => {
  expect(
    judged(noWrapper, {
      file: {
        rootFound: 'missing',
        topKeys: ['servers'],
        serverLikePaths: [['servers']],
      },
    }),
  ).toBeUndefined();
});
