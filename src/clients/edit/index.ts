export {applyChange, type HandOptions} from './apply-change.ts';
export {type Plan, type PlanOptions, planChange, type Refusal} from './plan-change.ts';
export {type UndoOutcome, undoChange} from './undo-change.ts';
export {type Held, heldNote, valueNow, watchValue} from './watch-value.ts';
