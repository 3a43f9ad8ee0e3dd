import type {Failure} from '../failure.ts';

/** Failures of the step 'handshake', the more exact one first. */
export const handshakeFailures: readonly Failure[] = [];
