import type {OnboardState} from '../../repair/onboard/state.ts';
import type {Marks} from '../parts/marks.ts';
import type {Field} from '../parts/text-field.ts';

/** What the screens of the walk draw with. */
export interface OnboardContext {
  readonly state: OnboardState;
  readonly width: number;
  readonly marks: Marks;
  readonly field: Field;
  readonly isShown: boolean;
  readonly tick: number;
  readonly elapsedMs: number;
}
