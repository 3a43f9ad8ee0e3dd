import type {RowStatus} from '../../repair/answers.ts';
import type {Span} from './line.ts';
import {bold, dim, strong, tint} from './line.ts';

/** The signs of a screen: for a terminal with Unicode, for a plain one, and in words for a screen reader. */
export interface Marks {
  readonly good: string;
  readonly bad: string;
  readonly warn: string;
  readonly unknown: string;
  readonly off: string;
  readonly waiting: string;
  readonly point: string;
  readonly arrow: string;
  readonly down: string;
  readonly up: string;
  readonly bar: string;
  readonly rule: string;
  readonly done: string;
  readonly caret: string;
  readonly spinner: readonly string[];
}

export const UNICODE: Marks = {
  good: '✓',
  bad: '✗',
  warn: '!',
  unknown: '?',
  off: '–',
  waiting: '·',
  point: '›',
  arrow: '→',
  down: '↓',
  up: '↑',
  bar: '▬',
  rule: '─',
  done: '━',
  caret: '▏',
  spinner: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧'],
};

export const ASCII: Marks = {
  good: '+',
  bad: 'x',
  warn: '!',
  unknown: '?',
  off: '-',
  waiting: '.',
  point: '>',
  arrow: '->',
  down: 'v',
  up: '^',
  bar: '=',
  rule: '-',
  done: '=',
  caret: '_',
  spinner: ['|', '/', '-', '\\'],
};

export const WORDS: Marks = {
  ...ASCII,
  good: 'works:',
  bad: 'broken:',
  warn: 'warning:',
  unknown: 'not checked:',
  off: 'not used:',
  waiting: 'waiting:',
  point: 'chosen:',
  rule: '',
  done: '',
  bar: '',
  spinner: ['checking:'],
};

/** A status as a mark that works without colour. */
export const statusMark = (status: RowStatus, isOff: boolean, marks: Marks, tick: number): Span => {
  if (isOff) return dim(marks.off);
  switch (status) {
    case 'broken':
      return strong('red', marks.bad);
    case 'warned':
      return bold(marks.warn);
    case 'healthy':
      return tint('green', marks.good);
    case 'unchecked':
    case 'unasked':
      return dim(marks.unknown);
    case 'waiting':
      return dim(marks.waiting);
    case 'checking':
      return tint('cyan', marks.spinner[tick % marks.spinner.length] ?? marks.waiting);
  }
};
