import {pastedText} from './text-field.ts';

/** What to make of one piece of input. */
export type Read = {readonly kind: 'key'} | {readonly kind: 'more'} | {readonly kind: 'paste'; readonly text: string};

/**
 * Puts a bracketed paste together again: the marks arrive as inputs of their own, and a long text arrives in pieces. What
 * stands between the marks is never a key, whatever it looks like.
 */
export const createPasteReader = (): ((input: string) => Read) => {
  let pieces: string[] | null = null;
  return (input) => {
    if (pieces === null) {
      if (input !== '[200~') return {kind: 'key'};
      pieces = [];
      return {kind: 'more'};
    }
    if (input !== '[201~') {
      pieces.push(input);
      return {kind: 'more'};
    }
    const text = pastedText(pieces);
    pieces = null;
    return {kind: 'paste', text};
  };
};

/** Tells the terminal to mark what is pasted, and to stop doing so. */
export const PASTE_ON = '\u001b[?2004h';
export const PASTE_OFF = '\u001b[?2004l';
