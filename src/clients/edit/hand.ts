/** All that reads and writes a value in a person's file, loaded at one time: whoever can apply a change can undo it. */
export {applyChange} from './apply-change.ts';
export {planChange} from './plan-change.ts';
export {undoChange} from './undo-change.ts';
export {followValue, valueNow, watchValue} from './watch-value.ts';
