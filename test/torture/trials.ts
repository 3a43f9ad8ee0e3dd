import {r16} from './r16-save.ts';
import type {Trial} from './trial.ts';

/** Every trial, in the order of the promises. */
export const TRIALS: readonly Trial[] = [r16];
