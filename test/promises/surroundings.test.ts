import {describe, test} from 'vitest';
import {r06} from '../torture/r06-no-browser.ts';
import {r12} from '../torture/r12-silence.ts';
import {r27} from '../torture/r27-odd-places.ts';
import {r28} from '../torture/r28-own-side.ts';
import {r31} from '../torture/r31-supply-chain.ts';
import {r32} from '../torture/r32-packages.ts';
import {slice} from './slice.ts';

describe('odd places and the outside', () => {
  test('R6: no URL is opened and none is a link', () => slice(r06, 0.04));
  test('R12: nothing listens and nobody but the approved server is called', () => slice(r12, 0.15));
  test('R27: in an odd place one behaviour, one exit code, no stack trace', () => slice(r27, 0.03));
  test('R28: a fault of our own side is not blamed on the server', () => slice(r28, 0.12), 120_000);
  test('R31: two packages of one tree are equal, and all that is bundled is listed', () => slice(r31, 0.5));
  test('R32: no unpinned or unseen package in a proposal', () => slice(r32, 0.25));
});
