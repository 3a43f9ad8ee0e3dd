import {expect, test} from 'vitest';
import {configUnreadable} from '../../../src/diagnosis/failures/config-unreadable.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    unreadable: 'EACCES',
    rootType: 'none',
    rootFound: 'missing',
    serverLikePaths: [],
    serverNames: [],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(configUnreadable, broken);
  expect(finding?.cause).toContain('.claude.json');
  expect(finding?.cause).toContain('EACCES');
  expect(finding?.fixes[0]?.title).toContain('Give yourself the right to read');
  expect(finding?.fixes[0]?.kind).toBe('run');
});

test('not when the file is simply not there', () => {
  expect(
    judged(configUnreadable, {
      file: {
        exists: false,
        rootFound: 'missing',
      },
    }),
  ).toBeUndefined();
});

test('not when the file can be read', () => {
  expect(
    judged(configUnreadable, {
      file: {},
    }),
  ).toBeUndefined();
});

test('of a plugin that is switched on and whose files are gone: install it again', () => {
  const gone = {...broken.file, unreadable: 'ENOENT'};
  const finding = judged(configUnreadable, {file: {...gone, scope: 'plugin'}});
  expect(finding?.cause).toContain('it is not there');
  expect(finding?.fixes[0]?.title).toContain('install it again');
  expect(judged(configUnreadable, {file: gone})?.fixes[0]?.title).toContain('Move what stands at');
});
