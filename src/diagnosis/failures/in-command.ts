import type {Failure} from '../failure.ts';

/** Failures of the step 'command', the more exact one first. */
export const commandFailures: readonly Failure[] = [];
