import type {Mutant} from './mutants-of.d.mts';

export const equivalentsOf: (root: string) => (fault: Mutant & {readonly file: string}) => boolean;
