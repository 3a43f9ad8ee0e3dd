import {describe, test} from 'vitest';
import {r18} from '../torture/r18-put-back.ts';
import {r20} from '../torture/r20-kept.ts';
import {r23} from '../torture/r23-shutdown.ts';
import {slice} from './slice.ts';

describe('files and servers as they were', () => {
  test('R18: an old value that comes back is told', () => slice(r18, 0.1));
  test('R20: what a file is besides its bytes stays', () => slice(r20, 0.1));
  test('R23: the shutdown follows the specification’s order', () => slice(r23, 0.1));
});
