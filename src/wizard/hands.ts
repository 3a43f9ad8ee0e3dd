import type {PersonEvent} from '../repair/event.ts';
import type {Held, Seen} from './hold.ts';
import type {Pressed} from './keyboard.ts';
import {edited, insert, NO_TEXT} from './parts/text-field.ts';
import {type Action, markOf, type Ui} from './screen.ts';

/** What a key or a paste leads to: other hands, and what is told to the repair, in order. */
export interface Moved {
  readonly held: Held;
  readonly events: readonly PersonEvent[];
}

const LONG_PASTE = 40;

/** One key: of the overlay, of the screen's own table, or one that means the same everywhere. */
export const onKey = (seen: Seen, pressedNow: Pressed): Moved => {
  const {held, shown} = seen;
  if (pressedNow === null) return still(held);
  const press = asEnter(pressedNow, shown.isMultiline);
  const quiet: Held = held.ui.notice === null ? held : withUi(held, {notice: null});
  if (held.aside !== null) return onAside(seen, quiet, press);
  const isTyping = shown.fields.length > 0;
  const name = 'key' in press ? press.key : isTyping ? null : press.text;
  const letter = 'text' in press && isTyping ? shown.keys.find(({key}) => key === press.text) : undefined;
  if (letter !== undefined) return act(quiet, letter.does(seen.layout.isAtEnd));
  if (isTyping && 'text' in press && press.text === '?' && isEmptyLine(seen)) return still(helped(quiet));
  if (name === null) return 'text' in press ? still(typed(seen, quiet, press.text)) : still(quiet);
  const binding = shown.keys.find((one) => one.key === name);
  if (binding !== undefined) return act(quiet, binding.does(seen.layout.isAtEnd));
  if (!isTyping && name === '?') return still(helped(quiet));
  if (!isTyping && name === 'e') return still({...quiet, aside: 'words', ui: {...quiet.ui, scroll: 0}});
  return still(moved(seen, quiet, name));
};

/** Where letters are text, `?` asks for help as long as nothing stands in the line. */
const isEmptyLine = ({held, shown}: Seen): boolean =>
  (held.ui.fields[shown.fields[held.ui.field] ?? ''] ?? NO_TEXT).text === '';

const helped = (held: Held): Held => ({...held, aside: 'help', ui: {...held.ui, scroll: 0}});

/** Enter that was pressed before the terminal handed on single keys arrives as the end of a line. */
const asEnter = (press: Exclude<Pressed, null>, isMultiline: boolean): Exclude<Pressed, null> =>
  'text' in press && press.text === '\n' && !isMultiline ? {key: 'enter'} : press;

/** A whole paste. On a screen without a line to type into, an error text is understood as such. */
export const onPaste = (seen: Seen, text: string): Moved => {
  const {held, shown, context} = seen;
  if (held.aside !== null || text === '') return still(held);
  const {at} = context.state.stage;
  const isError = text.trim().includes('\n') || text.length > LONG_PASTE;
  if ((at === 'pick' && isError) || ((at === 'ladder' || at === 'capture') && text.trim() !== '')) {
    return {held, events: [{type: 'paste'}, {type: 'submit-text', text}]};
  }
  if (shown.fields.length === 0) return still(held);
  return still(typed(seen, held, shown.isMultiline ? text : text.replace(/\n+$/, '')));
};

const still = (held: Held): Moved => ({held, events: []});

const withUi = (held: Held, ui: Partial<Ui>): Held => ({...held, ui: {...held.ui, ...ui}});

const act = (held: Held, action: Action): Moved => {
  if (action === null) return still(held);
  if ('ui' in action) return still(withUi(held, action.ui));
  if ('open' in action) return still({...held, aside: action.open, ui: {...held.ui, scroll: 0}});
  if ('say' in action) return still(withUi(held, {notice: action.say}));
  return {held, events: [action.send]};
};

const onAside = (seen: Seen, held: Held, press: Exclude<Pressed, null>): Moved => {
  const name = 'key' in press ? press.key : press.text;
  if (name === 'e' && held.aside === 'help') return still({...held, aside: 'words', ui: {...held.ui, scroll: 0}});
  // A text can begin with the sign that opened the help.
  if (name === '?' && seen.shown.fields.length > 0 && seen.shown.keys.every(({key}) => key !== '?'))
    return still(typed(seen, {...held, aside: null}, name));
  const scrolled = moved(seen, held, name);
  return still(scrolled === held ? {...held, aside: null, ui: {...held.ui, scroll: 0}} : scrolled);
};

const typed = (seen: Seen, held: Held, text: string): Held => {
  const name = seen.shown.fields[held.ui.field];
  if (name === undefined) return held;
  const clean = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '');
  const field = insert(held.ui.fields[name] ?? NO_TEXT, seen.shown.isMultiline ? clean : clean.replace(/\n+$/, ''));
  return withUi(held, {fields: {...held.ui.fields, [name]: field}, ...(name === 'filter' ? {mark: null} : {})});
};

/** The keys that mean the same everywhere: the cursor of a list, the scroll, the caret of a line. */
const moved = (seen: Seen, held: Held, name: string): Held => {
  const {layout, shown, view} = seen;
  const page = Math.max(1, layout.height - 2);
  const steps: Readonly<Record<string, number>> = {
    up: -1,
    down: 1,
    'page-up': -page,
    'page-down': page,
    home: Number.NEGATIVE_INFINITY,
    end: Number.POSITIVE_INFINITY,
  };
  const by = steps[name];
  const field = held.aside === null ? shown.fields[held.ui.field] : undefined;
  // The ends of a list are further than those of the line that filters it.
  const isOfLine = field !== undefined && (name === 'home' || name === 'end') && view.ids.length === 0;
  if (by !== undefined && !isOfLine) return view.ids.length > 0 ? marked(seen, held, by) : scrolled(seen, held, by);
  if (field === undefined) return held;
  const next = edited(held.ui.fields[field] ?? NO_TEXT, name);
  return next === null ? held : withUi(held, {fields: {...held.ui.fields, [field]: next}});
};

const marked = ({view}: Seen, held: Held, by: number): Held => {
  const at = Math.max(0, view.ids.indexOf(markOf(view.ids, held.ui) ?? ''));
  const mark = view.ids[Math.max(0, Math.min(view.ids.length - 1, at + by))] ?? null;
  const isPick = held.where === 'pick';
  return {...withUi(held, {mark}), picked: isPick ? mark : held.picked};
};

const scrolled = ({layout}: Seen, held: Held, by: number): Held =>
  withUi(held, {scroll: Math.max(0, Math.min(100_000, layout.offset + by))});
