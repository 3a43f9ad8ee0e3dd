import {expect, test} from 'vitest';
import {configWrongEncoding} from '../../../src/diagnosis/failures/config-wrong-encoding.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    encoding: 'utf-16le',
    rootFound: 'missing',
    rootType: 'none',
    serverLikePaths: [],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(configWrongEncoding, broken);
  expect(finding?.cause).toContain('UTF-16');
  expect(finding?.cause).toContain('.claude.json');
  expect(finding?.fixes[0]?.title).toContain('Save .claude.json as UTF-8');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({change: {path: [], edit: {kind: 'encode', to: 'utf-8'}}});
});

test('not when the file has a UTF-8 byte order mark', () => {
  expect(
    judged(configWrongEncoding, {
      file: {
        encoding: 'utf-8-bom',
      },
    }),
  ).toBeUndefined();
});
