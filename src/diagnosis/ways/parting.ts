import type {Step} from '../../model/step.ts';

/** One thing that is not the same on both sides. */
export interface Parting {
  /** Where on the ladder it counts. */
  readonly step: Step;
  /** What is compared: 'the variable ${NOTES_TOKEN}', 'the PATH'. */
  readonly what: string;
  readonly a: string;
  readonly b: string;
  /** Words by which a failure shows that this is its reason: variables, folders, the words of its title. */
  readonly names: readonly string[];
  /** Two clients nearly always differ in it, so that by itself it explains nothing. */
  readonly isUsual: boolean;
}

/** A parting where the two texts differ; none where they are equal. */
export const partedBy = (
  step: Step,
  what: string,
  a: string,
  b: string,
  more: {readonly names?: readonly string[]; readonly isUsual?: boolean} = {},
): readonly Parting[] => (a === b ? [] : [{step, what, a, b, names: more.names ?? [], isUsual: more.isUsual ?? false}]);

/** Some names and how many more there are: 'A, B and 3 more'. */
export const someOf = (names: readonly string[], most = 5): string => {
  if (names.length === 0) return 'none';
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ');
};
