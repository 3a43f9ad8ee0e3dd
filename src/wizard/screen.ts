import type {PersonEvent} from '../repair/event.ts';
import type {StageAt, StageName, State} from '../repair/state.ts';
import type {Line} from './parts/line.ts';
import type {Marks} from './parts/marks.ts';
import type {Field} from './parts/text-field.ts';

/** What only the screen knows: cursor, scroll, half-typed text. Gone when the person goes elsewhere. */
export interface Ui {
  /** The id of the thing that the cursor stands on; null for the first. */
  readonly mark: string | null;
  readonly scroll: number;
  readonly fields: Readonly<Record<string, Field>>;
  /** Index of the field that is typed into. */
  readonly field: number;
  readonly isShown: boolean;
  readonly notice: string | null;
}

export const FRESH: Ui = {mark: null, scroll: 0, fields: {}, field: 0, isShown: false, notice: null};

/** What a screen draws with. */
export interface Context {
  readonly state: State;
  readonly ui: Ui;
  /** Columns that a line may take. */
  readonly width: number;
  readonly marks: Marks;
  readonly isWords: boolean;
  /** Counts up while something runs. */
  readonly tick: number;
  /** Milliseconds since this stage began. */
  readonly elapsedMs: number;
}

/** What is to be seen; the frame decides how much of it fits. */
export interface View {
  /** Of the six steps; null for a screen beside them. */
  readonly no: number | null;
  readonly title: string;
  /** Whose screen it is: the server's name. */
  readonly about: string;
  /** Always there, above what scrolls. */
  readonly lead: readonly Line[];
  readonly body: readonly Line[];
  /** The line of `body` that must be in sight. */
  readonly focus: number | null;
  /** The things that the cursor can stand on, in order; none where up and down scroll. */
  readonly ids: readonly string[];
  /** The one most likely next key, in words. */
  readonly next: string;
}

export type KeyName =
  | 'enter'
  | 'escape'
  | 'tab'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'home'
  | 'end'
  | 'left'
  | 'right'
  | 'backspace'
  | `ctrl-${string}`
  | (string & {});

export type Action =
  | {readonly send: PersonEvent}
  | {readonly ui: Partial<Ui>}
  | {readonly say: string}
  /** Over the screen. */
  | {readonly open: 'help'}
  | null;

/** A key of a screen: what it does, and the words for it in the footer and in docs/keys.md. */
export interface Binding<N extends StageName> {
  readonly key: KeyName;
  readonly label: string;
  /** Not everything can be done at any time; a key that can do nothing is not in the footer. */
  readonly when?: (stage: StageAt<N>, context: Context) => boolean;
  readonly does: (stage: StageAt<N>, context: Context & {readonly isAtEnd: boolean}) => Action;
}

export interface Screen<N extends StageName> {
  /** For people, in docs/keys.md. */
  readonly name: string;
  readonly keys: readonly Binding<N>[];
  readonly fields?: readonly string[];
  /** What stands in a field at first. */
  readonly startText?: (stage: StageAt<N>, field: string) => string;
  /** Line ends stay in a pasted text. */
  readonly isMultiline?: boolean;
  readonly view: (stage: StageAt<N>, context: Context) => View;
}

/** A screen with its stage: what the frame draws and what the keys do. */
export interface Shown {
  readonly name: string;
  readonly view: View;
  readonly keys: readonly {
    readonly key: KeyName;
    readonly label: string;
    readonly does: (isAtEnd: boolean) => Action;
  }[];
  readonly fields: readonly string[];
  readonly startText: (field: string) => string;
  readonly isMultiline: boolean;
}

/** Closes a screen over its own stage. Keys that can do nothing now are left out. */
export const show = <N extends StageName>(screen: Screen<N>, stage: StageAt<N>, context: Context): Shown => ({
  name: screen.name,
  view: screen.view(stage, context),
  keys: screen.keys
    .filter((binding) => binding.when?.(stage, context) ?? true)
    .map(({key, label, does}) => ({key, label, does: (isAtEnd) => does(stage, {...context, isAtEnd})})),
  fields: screen.fields ?? [],
  startText: (field) => screen.startText?.(stage, field) ?? '',
  isMultiline: screen.isMultiline ?? false,
});

/** The id under the cursor. */
export const markOf = (ids: readonly string[], ui: Ui): string | null =>
  ui.mark !== null && ids.includes(ui.mark) ? ui.mark : (ids[0] ?? null);
