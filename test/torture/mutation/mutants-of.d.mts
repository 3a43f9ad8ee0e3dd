/** One fault that can be planted in a source file. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly form: 'expression' | 'statement' | 'block';
  readonly text: string;
  readonly line: number;
}
export const mutantsOf: (code: string, language?: 'ts' | 'js') => readonly Mutant[];
export const withMutant: (code: string, mutant: Mutant) => string;
export const withAllMutants: (code: string, mutants: readonly Mutant[], first: number) => string;
