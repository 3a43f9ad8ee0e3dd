import type {Mutant} from './mutants-of.d.mts';

interface Outcome extends Mutant {
  readonly id: number;
  readonly file: string;
  readonly outcome: 'killed' | 'timeout' | 'survived' | 'unreached' | 'error';
  /** The test that found the fault, or why it could not be tried. */
  readonly by: string | null;
}
export const measure: (
  module: {
    readonly root: string;
    readonly subjects: readonly string[];
    readonly tests: readonly string[];
    readonly pool: 'threads' | 'forks';
    readonly only?: Readonly<Record<string, readonly string[]>>;
  },
  options: {
    readonly sample: number;
    readonly seed: number;
    readonly minutes: number;
    readonly lanes: number;
    readonly files: readonly string[] | null;
    readonly isEquivalent: (fault: Mutant & {readonly file: string}) => boolean;
    readonly controlEvery: number;
    readonly onOutcome?: (outcome: Outcome) => void;
    readonly say: (line: string) => void;
  },
) => Promise<{
  readonly total: number;
  readonly equivalent: number;
  readonly outcomes: readonly Outcome[];
  readonly controls: {readonly asked: number; readonly wrong: number};
  readonly again: {readonly asked: number; readonly other: number};
  readonly doubted: readonly string[];
}>;
