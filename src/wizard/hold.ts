import type {Stage, State} from '../repair/state.ts';
import type {Pressed} from './keyboard.ts';
import {type Layout, layOut} from './layout.ts';
import {helpView, wordsView} from './parts/help-view.ts';
import type {Marks} from './parts/marks.ts';
import {fieldOf} from './parts/text-field.ts';
import type {Size} from './parts/use-window-size.ts';
import {type Context, FRESH, type Shown, type Ui, type View} from './screen.ts';
import {shownNow} from './shown.ts';

/** What came before there was a list to take it. */
export type Early = {readonly press: Exclude<Pressed, null>} | {readonly paste: string};

/** What the person's hands have done on this screen; a new screen begins anew. */
export interface Held {
  readonly where: string;
  readonly ui: Ui;
  readonly aside: 'help' | 'words' | null;
  /** Where the cursor of the list stands, for coming back. */
  readonly picked: string | null;
  readonly sinceMs: number;
  /** Typed before there was a list. */
  readonly early: readonly Early[];
}

export const NOTHING_HELD: Held = {where: '', ui: FRESH, aside: null, picked: null, sinceMs: 0, early: []};

export interface Setting {
  readonly state: State;
  readonly size: Size;
  readonly marks: Marks;
  readonly isWords: boolean;
  readonly tick: number;
  readonly nowMs: number;
}

export interface Seen {
  readonly held: Held;
  readonly context: Context;
  readonly shown: Shown;
  readonly view: View;
  readonly layout: Layout;
}

const WIDEST = 100;

/** Everything that is on the screen now. Pure: the same state, hands and size draw the same frame. */
export const look = (before: Held, setting: Setting): Seen => {
  const {state, size} = setting;
  const where = whereOf(state.stage);
  const isNew = before.where !== where;
  const fresh: Ui = state.stage.at === 'pick' ? {...FRESH, mark: before.picked} : FRESH;
  const base: Held = isNew ? {...before, where, ui: fresh, aside: null, sinceMs: setting.nowMs} : before;
  const contextOf = (held: Held): Context => ({
    state,
    ui: held.ui,
    width: Math.max(8, Math.min(WIDEST, size.columns - 2)),
    marks: setting.marks,
    isWords: setting.isWords,
    tick: setting.tick,
    elapsedMs: Math.max(0, setting.nowMs - held.sinceMs),
  });
  const held = isNew ? withStartTexts(base, shownNow(contextOf(base))) : base;
  const context = contextOf(held);
  const shown = shownNow(context);
  const view =
    held.aside === 'help' ? helpView(shown, context) : held.aside === 'words' ? wordsView(context) : shown.view;
  return {held, context, shown, view, layout: layOut(view, held.aside === null ? shown : null, context, size.rows)};
};

const withStartTexts = (held: Held, shown: Shown): Held => ({
  ...held,
  ui: {...held.ui, fields: Object.fromEntries(shown.fields.map((name) => [name, fieldOf(shown.startText(name))]))},
});

/** Stages that differ in this are different screens. */
const whereOf = (stage: Stage): string => {
  switch (stage.at) {
    case 'approve':
      return `approve ${stage.server.key} ${stage.made === null ? 'first' : 'again'}`;
    case 'adding':
      // What was typed stays, for when it is refused.
      return 'typing';
    case 'reading-request':
      return 'naming-request';
    case 'saving-copy':
      return 'naming-copy';
    case 'probing':
      return `probing ${stage.server.key}`;
    case 'confirm':
      return `${stage.at} ${stage.case.server.key} ${stage.plan.fix.id}`;
    case 'value':
      return `${stage.at} ${stage.case.server.key} ${stage.fix.id}`;
    case 'rerunning':
      return `${stage.at} ${stage.attempt}`;
    case 'reproducing':
    case 'repro':
      // One screen to the eye: where it was scrolled to stays.
      return `repro ${stage.case.server.key}`;
    case 'ladder':
    case 'capture':
    case 'classify':
    case 'change':
      return `${stage.at} ${stage.case.server.key}`;
    default:
      return stage.at;
  }
};
