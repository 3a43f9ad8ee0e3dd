import {r01} from './r01-nothing-starts.ts';
import {r02} from './r02-digest.ts';
import {r03} from './r03-question.ts';
import {r04} from './r04-without-terminal.ts';
import {r05} from './r05-environment.ts';
import {r06} from './r06-no-browser.ts';
import {r07} from './r07-redirects.ts';
import {r08} from './r08-addresses.ts';
import {r09} from './r09-bounds.ts';
import {r10} from './r10-terminal.ts';
import {r11} from './r11-inert-markdown.ts';
import {r12} from './r12-silence.ts';
import {r13} from './r13-secrets.ts';
import {r14} from './r14-redactor.ts';
import {r15} from './r15-modes.ts';
import {r16} from './r16-save.ts';
import {r17} from './r17-writers.ts';
import {r18} from './r18-put-back.ts';
import {r19} from './r19-one-setting.ts';
import {r20} from './r20-kept.ts';
import {r21} from './r21-undo.ts';
import {r22} from './r22-nothing-left.ts';
import {r23} from './r23-shutdown.ts';
import {r24} from './r24-floods.ts';
import {r25} from './r25-terminal-restored.ts';
import {r26} from './r26-own-store.ts';
import {r27} from './r27-odd-places.ts';
import {r28} from './r28-own-side.ts';
import {r29} from './r29-parsers.ts';
import {r31} from './r31-supply-chain.ts';
import {r32} from './r32-packages.ts';
import type {Trial} from './trial.ts';

/** Every trial, in the order of the promises. */
export const TRIALS: readonly Trial[] = [
  r01,
  r02,
  r03,
  r04,
  r05,
  r06,
  r07,
  r08,
  r09,
  r10,
  r11,
  r12,
  r13,
  r14,
  r15,
  r16,
  r17,
  r18,
  r19,
  r20,
  r21,
  r22,
  r23,
  r24,
  r25,
  r26,
  r27,
  r28,
  r29,
  r31,
  r32,
];
