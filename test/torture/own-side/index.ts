import {FAULTS_OF_THE_MACHINE} from './faults-of-the-machine.ts';
import {FAULTS_OF_THE_WAY} from './faults-of-the-way.ts';

export type {Fault, Stage} from './arranging.ts';

/** All of them; a number in this list names one. */
export const FAULTS = [...FAULTS_OF_THE_MACHINE, ...FAULTS_OF_THE_WAY] as const;
