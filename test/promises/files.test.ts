import {describe, test} from 'vitest';
import {r15} from '../torture/r15-modes.ts';
import {r16} from '../torture/r16-save.ts';
import {r17} from '../torture/r17-writers.ts';
import {r19} from '../torture/r19-one-setting.ts';
import {r21} from '../torture/r21-undo.ts';
import {r26} from '../torture/r26-own-store.ts';
import {slice} from './slice.ts';

describe('files', () => {
  test('R15: what we make is readable by its owner alone', () => slice(r15, 1));
  test('R16: a save under a fault at any system call', () => slice(r16, 0.006));
  test('R17: never over a version that was not read', () => slice(r17, 0.005));
  test('R19: one setting changes and nothing else', () => slice(r19, 0.02));
  test('R21: every change can be undone', () => slice(r21, 0.003));
  test('R26: a damaged store of ours never blocks', () => slice(r26, 0.02));
});
