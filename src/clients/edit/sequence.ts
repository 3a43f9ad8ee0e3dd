import type {TextEdit} from '../../model/evidence/file.ts';
import {
  type Comments,
  commaBetween,
  commentEnd,
  indentAt,
  isFirstOnLine,
  layoutOf,
  lineStart,
  restOfLine,
} from './layout.ts';

/** A list between brackets whose elements are parted by commas: members of an object or items of an array. */
export interface Sequence {
  /** Just behind the opening bracket. */
  readonly open: number;
  /** The closing bracket. */
  readonly close: number;
  readonly elements: readonly {readonly start: number; readonly end: number}[];
  readonly comments: Comments;
  /** Blanks between the brackets and the first element of a list that is not empty ('{ a }'), else ''. */
  readonly padding?: string;
}

/** How the new element is to be written where it goes. */
export interface Setting {
  readonly isMultiline: boolean;
  /** The indentation of the element's own line. */
  readonly indent: string;
  readonly eol: string;
}
export type Written = (setting: Setting) => string;

/** Splices that put an element before `index`. `wantsLines`: an empty list is opened over several lines for it. */
export const insertElement = (
  text: string,
  sequence: Sequence,
  index: number,
  write: Written,
  wantsLines: boolean,
): readonly TextEdit[] => {
  const {elements} = sequence;
  if (elements.length === 0) return intoEmpty(text, sequence, write, wantsLines);
  const next = elements[index];
  if (next !== undefined) {
    const {eol} = layoutOf(text, next.start);
    const indent = indentAt(text, next.start);
    const isMultiline = isFirstOnLine(text, next.start) && sequence.open < lineStart(text, next.start);
    const gap = isMultiline ? eol + indent : commaGap(text, sequence);
    return [{offset: next.start, length: 0, text: `${write({isMultiline, indent, eol})},${gap}`}];
  }
  return atEnd(text, sequence, write);
};

const atEnd = (text: string, sequence: Sequence, write: Written): readonly TextEdit[] => {
  const {elements, comments, close, open} = sequence;
  const last = elements[elements.length - 1] ?? {start: open, end: open};
  const comma = commaBetween(text, last.end, close, comments);
  const isMultiline = isFirstOnLine(text, last.start) && open < lineStart(text, last.start);
  const anchor = comma >= 0 ? comma + 1 : last.end;
  const closing = comma >= 0 ? ',' : '';
  const {eol} = layoutOf(text, last.start);
  const indent = indentAt(text, last.start);
  if (!isMultiline) {
    const added = write({isMultiline, indent, eol});
    const gap = commaGap(text, sequence);
    return [{offset: anchor, length: 0, text: comma >= 0 ? `${gap}${added},` : `,${gap}${added}`}];
  }
  const end = restOfLine(text, anchor, close, comments);
  const line = `${eol}${indent}${write({isMultiline, indent, eol})}${closing}`;
  if (comma >= 0 || end === last.end) return [{offset: end, length: 0, text: comma >= 0 ? line : `,${line}`}];
  return [
    {offset: last.end, length: 0, text: ','},
    {offset: end, length: 0, text: line},
  ];
};

const intoEmpty = (text: string, sequence: Sequence, write: Written, wantsLines: boolean): readonly TextEdit[] => {
  const {open, close, comments} = sequence;
  let at = open;
  for (let i = open; i < close; ) {
    const end = commentEnd(text, i, comments);
    if (end >= 0) at = end;
    i = end >= 0 ? end : i + 1;
  }
  const {eol, unit} = layoutOf(text, open);
  const base = indentAt(text, open);
  const isMultiline = wantsLines || text.slice(open, close).includes('\n');
  if (!isMultiline) {
    const pad = at > open ? ' ' : '';
    const added = `${pad}${write({isMultiline, indent: base, eol})}`;
    return [{offset: at, length: at > open ? 0 : close - at, text: added}];
  }
  const indent = base + unit;
  const after = text.slice(at, close).includes('\n') ? '' : eol + base;
  return [
    {offset: at, length: after === '' ? 0 : close - at, text: eol + indent + write({isMultiline, indent, eol}) + after},
  ];
};

/** What stands behind a comma on one line here: a blank, or nothing in a dense document. */
const commaGap = (text: string, {elements, comments, close}: Sequence): string => {
  const [first, second] = elements;
  if (first === undefined) return ' ';
  if (second === undefined) return /":\S/.test(text.slice(first.start, first.end)) ? '' : ' ';
  const comma = commaBetween(text, first.end, close, comments);
  return comma + 1 === second.start ? '' : ' ';
};

/** Splices that take an element out, with the comma that it needs; comments around it stay. */
export const removeElement = (text: string, sequence: Sequence, index: number): readonly TextEdit[] => {
  const {elements, comments, close} = sequence;
  const element = elements[index];
  if (element === undefined) return [];
  const next = elements[index + 1];
  const before = elements[index - 1];
  const after = commaBetween(text, element.end, next?.start ?? close, comments);
  if (after >= 0) {
    const isPlain = /^\s*$/.test(text.slice(element.end, after));
    if (isPlain) return [wholeLine(text, element.start, after + 1, next?.start)];
    return [wholeLine(text, element.start, element.end, undefined), {offset: after, length: 1, text: ''}];
  }
  if (before === undefined) return [wholeLine(text, element.start, element.end, undefined)];
  const comma = commaBetween(text, before.end, element.start, comments);
  if (/^\s*$/.test(text.slice(comma + 1, element.start)) && !text.slice(comma, element.start).includes('\n')) {
    return [{offset: comma, length: element.end - comma, text: ''}];
  }
  return [{offset: comma, length: 1, text: ''}, wholeLine(text, element.start, element.end, undefined)];
};

/** The range, with its line when nothing else stands on it; on a shared line, with the blanks up to the next element. */
const wholeLine = (text: string, start: number, end: number, next: number | undefined): TextEdit => {
  const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(end, end + 4096));
  if (isFirstOnLine(text, start) && rest !== null) {
    const from = lineStart(text, start);
    return {offset: from, length: end + rest[0].length - from, text: ''};
  }
  const blanks = next === undefined ? '' : (/^[ \t]*/.exec(text.slice(end, next))?.[0] ?? '');
  return {offset: start, length: end + blanks.length - start, text: ''};
};
