import type {Step} from '../model/step.ts';

/** One difference that can explain why a server works there and not here. */
export interface Difference {
  /** Null for the machine itself. */
  readonly server: string | null;
  /** 'environment NOTES_TOKEN', 'command', 'entry env › TOKEN' … */
  readonly what: string;
  readonly a: string;
  readonly b: string;
  /** The step of the ladder that it bears on. */
  readonly step: Step;
  /** The failure itself names it. */
  readonly isNamed: boolean;
  /** It explains the failure only where nothing else does. */
  readonly isWeak: boolean;
}

/** A difference before it is known whether the failure names it. */
export type FoundDifference = Omit<Difference, 'server' | 'isNamed' | 'isWeak'> & {
  /** A word that stands in the failure's cause when this is what it is about. */
  readonly word?: string;
  /** Explains it only where nothing else does; false where it is left out. */
  readonly isWeak?: boolean;
};

/** One difference where both sides tell and tell something else. */
export const differs = (
  what: string,
  step: Step,
  a: string | null | undefined,
  b: string | null | undefined,
  word?: string,
): readonly FoundDifference[] =>
  a === b || a === undefined || b === undefined || a === null || b === null
    ? []
    : [{what, step, a, b, ...(word === undefined ? {} : {word})}];
