import type {Failure} from '../failure.ts';

/** Failures of the step 'tools', the more exact one first. */
export const toolsFailures: readonly Failure[] = [];
