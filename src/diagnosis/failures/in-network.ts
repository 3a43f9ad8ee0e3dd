import type {Failure} from '../failure.ts';

/** Failures of the step 'network', the more exact one first. */
export const networkFailures: readonly Failure[] = [];
