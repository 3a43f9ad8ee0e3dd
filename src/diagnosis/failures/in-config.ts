import type {Failure} from '../failure.ts';

/** Failures of the step 'config', the more exact one first. */
export const configFailures: readonly Failure[] = [];
