import type {Failure} from '../failure.ts';

/** Failures of the step 'launch', the more exact one first. */
export const launchFailures: readonly Failure[] = [];
