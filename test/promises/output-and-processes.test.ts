import {describe, test} from 'vitest';
import {r10} from '../torture/r10-terminal.ts';
import {r11} from '../torture/r11-inert-markdown.ts';
import {r13} from '../torture/r13-secrets.ts';
import {r14} from '../torture/r14-redactor.ts';
import {r22} from '../torture/r22-nothing-left.ts';
import {r24} from '../torture/r24-floods.ts';
import {r25} from '../torture/r25-terminal-restored.ts';
import {r29} from '../torture/r29-parsers.ts';
import {slice} from './slice.ts';

describe('output and processes', () => {
  test('R10: no foreign control sequence reaches the terminal', () => slice(r10, 0.02));
  test('R11: foreign text is inert in markdown', () => slice(r11, 0.1));
  test('R13: no secret in any output', () => slice(r13, 0.01));
  test('R14: the redactor is total and linear', () => slice(r14, 0.1));
  test('R22: nothing that was started outlives us', () => slice(r22, 0.025));
  test('R24: no amount of output stalls or swells us', () => slice(r24, 0.1));
  test('R25: the terminal is given back', () => slice(r25, 0.05));
  test('R29: no input crashes or hangs a parser', () => slice(r29, 0.01));
});
