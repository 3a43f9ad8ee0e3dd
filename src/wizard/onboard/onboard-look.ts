import {begin} from '../../repair/advance.ts';
import type {OnboardState} from '../../repair/onboard/state.ts';
import {type Layout, layOut} from '../layout.ts';
import {helpView, wordsView} from '../parts/help-view.ts';
import type {Marks} from '../parts/marks.ts';
import {type Field, NO_TEXT} from '../parts/text-field.ts';
import type {Size} from '../parts/use-window-size.ts';
import {type Context, FRESH, type Shown} from '../screen.ts';
import {type OnboardKey, onboardKeys} from './onboard-keys.ts';
import {isAsked, needAt, onboardView} from './onboard-view.ts';

/** What only the screen knows; a new screen begins anew. */
export interface Hands {
  readonly where: string;
  readonly field: Field;
  readonly isShown: boolean;
  readonly scroll: number;
  readonly notice: string | null;
  /** Over the screen. */
  readonly aside: 'help' | 'words' | null;
  readonly sinceMs: number;
}

export const freshHands = (where: string, sinceMs: number): Hands => ({
  where,
  field: NO_TEXT,
  isShown: false,
  scroll: 0,
  notice: null,
  aside: null,
  sinceMs,
});

export interface OnboardSeen {
  readonly layout: Layout;
  readonly keys: readonly OnboardKey[];
  readonly isTyping: boolean;
}

const WIDEST = 100;

/** Everything that is on the screen of the walk now. Pure: the same state, hands and size draw the same frame. */
export const onboardLook = (
  {field, isShown, scroll, notice, aside, sinceMs}: Hands,
  setting: {
    readonly state: OnboardState;
    readonly size: Size;
    readonly marks: Marks;
    readonly isWords: boolean;
    readonly tick: number;
    readonly nowMs: number;
  },
): OnboardSeen => {
  const {state, size, marks, isWords, tick} = setting;
  const width = Math.max(8, Math.min(WIDEST, size.columns - 2));
  const elapsedMs = Math.max(0, setting.nowMs - sinceMs);
  const keys = onboardKeys(state);
  const isTyping = state.stage.at === 'need' && isAsked(needAt(state));
  const view = onboardView({state, width, marks, field, isShown, tick, elapsedMs});
  // The frame is the repair's; of its state it draws the notice alone.
  const context: Context = {
    state: {...begin().state, notice: notice ?? state.notice},
    ui: {...FRESH, scroll, fields: {value: field}},
    width,
    marks,
    isWords,
    tick,
    elapsedMs,
  };
  const shown: Shown = {
    name: view.title,
    view,
    keys: keys.map(({key, label}) => ({key, label, does: () => null})),
    fields: isTyping ? ['value'] : [],
    startText: () => '',
    isMultiline: false,
  };
  return {
    layout: layOut(
      aside === 'help' ? helpView(shown, context) : aside === 'words' ? wordsView(context) : view,
      aside === null ? shown : null,
      context,
      size.rows,
    ),
    keys,
    isTyping,
  };
};
