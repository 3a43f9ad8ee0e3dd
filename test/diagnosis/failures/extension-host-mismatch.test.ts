import {expect, test} from 'vitest';
import {extensionHostMismatch} from '../../../src/diagnosis/failures/extension-host-mismatch.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  reported: {
    text: 'Starting server from LocalProcess extension host\nConnection state: Error spawn docker ENOENT',
    cleaned: 'Starting server from LocalProcess extension host\nConnection state: Error spawn docker ENOENT',
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(extensionHostMismatch, broken);
  expect(finding?.cause).toContain('docker');
  expect(finding?.cause).toContain('LocalProcess');
  expect(finding?.fixes[0]?.title).toContain('Move the entry');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when the program was found', () => {
  expect(
    judged(extensionHostMismatch, {
      reported: {
        cleaned: 'Starting server from LocalProcess extension host\nConnection state: Running',
      },
    }),
  ).toBeUndefined();
});

test('not when another client says it', () => {
  expect(
    judged(extensionHostMismatch, {
      reported: {
        cleaned: 'Error: spawn docker ENOENT',
      },
    }),
  ).toBeUndefined();
});
