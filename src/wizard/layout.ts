import {keyLabel} from './parts/help-view.ts';
import {
  bold,
  dim,
  EMPTY,
  ends,
  faint,
  type Line,
  line,
  type Span,
  strong,
  tint,
  widthOfLine,
  within,
  wrap,
} from './parts/line.ts';
import {paragraph} from './parts/paragraph.ts';
import {NO_TEXT} from './parts/text-field.ts';
import {cut, widthOf} from './parts/width.ts';
import type {Context, Shown, View} from './screen.ts';

/** A frame that fits the terminal: never wider than it, never as tall as it. */
export interface Layout {
  readonly lines: readonly Line[];
  /** The first line of what scrolls. */
  readonly offset: number;
  /** Lines of what scrolls that are in sight. */
  readonly height: number;
  /** The last line was in sight. */
  readonly isAtEnd: boolean;
}

const STEPS_IN_ALL = 6;
/** Fewer letters of a name tell nothing. */
const LEAST_ABOUT = 6;

/**
 * Puts a view into the terminal. A frame as tall as the terminal would make Ink wipe the person's scrollback, so it has at
 * most `rows - 1` lines: what is less needed gives way first, and the body scrolls.
 */
export const layOut = (view: View, shown: Shown | null, context: Context, rows: number): Layout => {
  const {width} = context;
  const budget = Math.max(1, rows - 1);
  const isSmall = budget < 14;
  const head = [
    titleLine(view, context),
    ...(isSmall || context.isWords || view.no === null ? [] : [rail(view, context)]),
  ];
  const foot = footOf(view, shown, context, budget);
  const gap = isSmall ? [] : [EMPTY];
  const room = budget - head.length - foot.length - gap.length * 2;
  const isLeadFixed = view.lead.length + 4 <= room;
  const lead = isLeadFixed && view.lead.length > 0 ? [...view.lead, ...gap] : [];
  const loose = isLeadFixed || view.lead.length === 0 ? [] : [...view.lead, EMPTY];
  const body = [...loose, ...view.body];
  const focus = view.focus === null ? null : view.focus + loose.length;
  const space = Math.max(1, room - lead.length);
  const window = look(body, focus, space, context);
  const lines = [...head, ...gap, ...lead, ...window.lines, ...gap, ...foot];
  return {...window, lines: lines.slice(0, budget).map((one) => within(one, width))};
};

const look = (body: readonly Line[], focus: number | null, space: number, context: Context): Layout => {
  if (body.length <= space) return {lines: body, offset: 0, height: space, isAtEnd: true};
  const height = Math.max(1, space - 1);
  const last = body.length - height;
  let offset = Math.max(0, Math.min(context.ui.scroll, last));
  if (focus !== null && focus < offset + 1) offset = Math.max(0, focus - 1);
  if (focus !== null && focus >= offset + height) offset = Math.min(last, focus - height + 1);
  const {marks} = context;
  const below = last - offset;
  const told = [
    ...(offset > 0 ? [`${marks.up} ${offset} above`] : []),
    ...(below > 0 ? [`${marks.down} ${below} more below`] : []),
  ];
  const lines = [...body.slice(offset, offset + height), ...(space > 1 ? [line(dim(told.join('   ')))] : [])];
  return {lines, offset, height, isAtEnd: below === 0};
};

const titleLine = (view: View, context: Context): Line => {
  const where = view.no === null ? '' : `Step ${view.no} of ${STEPS_IN_ALL} · `;
  const full = line(strong('cyan', 'mcp-fix'), dim('  '), dim(where), bold(view.title));
  const left = widthOfLine(full) <= context.width ? full : line(dim(where), bold(view.title));
  // Whose screen it is stays to be read: a long name is cut, not left out.
  const room = context.width - widthOfLine(left) - 2;
  const about = room < LEAST_ABOUT ? '' : cut(view.about, room);
  return about === '' ? within(left, context.width) : ends(left, line(dim(about)), context.width);
};

/** How far the person is, as a line of six parts. */
const rail = (view: View, context: Context): Line => {
  const {marks, width} = context;
  const long = Math.min(width, 72);
  const part = Math.floor((long - STEPS_IN_ALL + 1) / STEPS_IN_ALL);
  const no = view.no ?? 0;
  return Array.from({length: STEPS_IN_ALL}, (_, index): Span[] => [
    index < no ? tint('cyan', marks.done.repeat(part)) : faint(marks.rule.repeat(part)),
    {text: ' '},
  ]).flat();
};

const footOf = (view: View, shown: Shown | null, context: Context, budget: number): readonly Line[] => {
  const {width, marks, state, ui} = context;
  const notice = ui.notice ?? state.notice;
  const lines: Line[] = [];
  // On a small screen the list above counts more than the end of a long word.
  const most = budget >= 20 ? 7 : 3;
  if (notice !== null) lines.push(...paragraph([bold(`${marks.warn} ${notice}`)], width).slice(0, most));
  if (view.next !== '')
    lines.push(...wrap([strong('cyan', `${marks.arrow} `), {text: view.next}], width, 2).slice(0, 3));
  if (shown !== null && budget >= 8)
    lines.push(...keysLine(shown, width, (ui.fields[shown.fields[ui.field] ?? ''] ?? NO_TEXT).text !== ''));
  return lines;
};

/** @param isBegun something stands in the line: `?` would be typed into it */
const keysLine = (shown: Shown, width: number, isBegun: boolean): readonly Line[] => {
  const labels = [...new Set(shown.keys.map(({label}) => label))];
  const keys = labels.map((label): readonly [string, string] => {
    const same = shown.keys.filter((one) => one.label === label).map(({key}) => keyLabel(key));
    return [same.join('/'), label];
  });
  const isHelpful = shown.keys.length > 0 && shown.keys.every(({key}) => key !== '?') && !isBegun;
  const all = isHelpful ? [...keys, ['?', 'help'] as const] : keys;
  const lines: Line[] = [];
  let current: Span[] = [];
  for (const [key, label] of all) {
    const wide = widthOf(key) + 1 + widthOf(label);
    const used = widthOfLine(current);
    if (used > 0 && used + 3 + wide > width) {
      lines.push(current);
      current = [];
    }
    if (current.length > 0) current.push({text: '   '});
    current.push(bold(key), dim(` ${label}`));
  }
  return current.length === 0 ? lines : [...lines, current];
};
