import {type Moved, onKey, onPaste} from './hands.ts';
import type {Early, Held, Seen} from './hold.ts';

const MOST = 4000;

/** Keys while the list is read: kept for it, but for the one that leaves. Null where they are not early. */
export const keptForLater = ({held, shown, context}: Seen, early: Early): Held | null => {
  if (context.state.stage.at !== 'loading' || held.aside !== null) return null;
  if (shown.keys.some(({key}) => key === nameOf(early))) return null;
  return held.early.length < MOST ? {...held, early: [...held.early, early]} : held;
};

const nameOf = (early: Early): string | null => ('press' in early && 'key' in early.press ? early.press.key : null);

/**
 * Gives the list what was typed too early, one after the other, as long as the list is there. What is left when a key
 * leads away from it is forgotten: nobody has seen the screen that it would be for.
 */
export const catchUp = (lookNow: () => Seen, take: (moved: Moved) => void): void => {
  for (;;) {
    const seen = lookNow();
    const [first, ...rest] = seen.held.early;
    const {at} = seen.context.state.stage;
    if (first === undefined || at === 'loading') return;
    if (at !== 'pick') {
      take({held: {...seen.held, early: []}, events: []});
      return;
    }
    const next: Seen = {...seen, held: {...seen.held, early: rest}};
    take('press' in first ? onKey(next, first.press) : onPaste(next, first.paste));
  }
};
