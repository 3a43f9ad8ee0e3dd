import {describe, test} from 'vitest';
import {r01} from '../torture/r01-nothing-starts.ts';
import {r02} from '../torture/r02-digest.ts';
import {r03} from '../torture/r03-question.ts';
import {r04} from '../torture/r04-without-terminal.ts';
import {r05} from '../torture/r05-environment.ts';
import {r07} from '../torture/r07-redirects.ts';
import {r08} from '../torture/r08-addresses.ts';
import {r09} from '../torture/r09-bounds.ts';
import {slice} from './slice.ts';

describe('starting and sending', () => {
  test('R1: nothing starts and nothing is sent before a yes', () => slice(r01, 0.01));
  test('R2: one changed byte asks again', () => slice(r02, 0.03));
  test('R3: the question shows everything and anything but y is no', () => slice(r03, 0.03));
  test('R4: without a terminal a project entry needs its digest', () => slice(r04, 0.03));
  test('R5: a server gets its client’s environment and no more', () => slice(r05, 0.5));
  test('R7: a redirect carries nothing to another origin', () => slice(r07, 0.1));
  test('R8: a URL that a server names is asked only when it is https and public', () => slice(r08, 0.02), 60_000);
  test('R9: every exchange is bounded', () => slice(r09, 0.05));
});
