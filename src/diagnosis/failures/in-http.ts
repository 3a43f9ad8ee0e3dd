import type {Failure} from '../failure.ts';

/** Failures of the step 'http', the more exact one first. */
export const httpFailures: readonly Failure[] = [];
