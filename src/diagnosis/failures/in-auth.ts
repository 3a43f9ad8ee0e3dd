import type {Failure} from '../failure.ts';

/** Failures of the step 'auth', the more exact one first. */
export const authFailures: readonly Failure[] = [];
