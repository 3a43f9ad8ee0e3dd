import type * as Hand from './hand.ts';

export type {HandOptions} from './apply-change.ts';
export {type Held, heldNote} from './held-note.ts';
export type {Plan, PlanOptions, Refusal} from './plan-change.ts';
export type {UndoOutcome} from './undo-change.ts';
export type {Written} from './watch-value.ts';

// Loaded when something is to be changed: the editors of three formats are not needed for looking.
const hand = () => import('./hand.ts');

export const planChange: typeof Hand.planChange = async (...given) => (await hand()).planChange(...given);
export const applyChange: typeof Hand.applyChange = async (...given) => (await hand()).applyChange(...given);
export const undoChange: typeof Hand.undoChange = async (...given) => (await hand()).undoChange(...given);
export const valueNow: typeof Hand.valueNow = async (...given) => (await hand()).valueNow(...given);
export const watchValue: typeof Hand.watchValue = async (...given) => (await hand()).watchValue(...given);
export const followValue: typeof Hand.followValue = async (...given) => (await hand()).followValue(...given);
