import {stripVTControlCharacters} from 'node:util';
import {graphemesOf} from './width.ts';

/** A text that is being typed; the caret stands before the letter with that index (letters, not code units). */
export interface Field {
  readonly text: string;
  readonly caret: number;
}

export const NO_TEXT: Field = {text: '', caret: 0};

export const fieldOf = (text: string): Field => ({text, caret: graphemesOf(text).length});

const letters = (text: string): readonly string[] => graphemesOf(text).map((letter) => letter.text);

export const insert = (field: Field, added: string): Field => {
  const all = letters(field.text);
  const before = all.slice(0, field.caret).join('') + added;
  return {text: before + all.slice(field.caret).join(''), caret: letters(before).length};
};

/** Removes the letter before the caret. */
export const erase = (field: Field): Field => {
  if (field.caret === 0) return field;
  const all = letters(field.text);
  return {text: [...all.slice(0, field.caret - 1), ...all.slice(field.caret)].join(''), caret: field.caret - 1};
};

export const moveCaret = (field: Field, by: number): Field => ({
  ...field,
  caret: Math.max(0, Math.min(letters(field.text).length, field.caret + by)),
});

/**
 * What a key does inside of a line, as shells have it: to its ends, and away with a letter, a word, what stands before the
 * caret (Ctrl-U) or after it. Null for any other key.
 */
export const edited = (field: Field, key: string): Field | null => {
  const all = letters(field.text);
  const cutTo = (from: number): Field => ({
    text: [...all.slice(0, from), ...all.slice(field.caret)].join(''),
    caret: from,
  });
  switch (key) {
    case 'backspace':
      return erase(field);
    case 'left':
      return moveCaret(field, -1);
    case 'right':
      return moveCaret(field, 1);
    case 'home':
    case 'ctrl-a':
      return {...field, caret: 0};
    case 'end':
    case 'ctrl-e':
      return {...field, caret: all.length};
    case 'ctrl-u':
      return cutTo(0);
    case 'ctrl-k':
      return {text: all.slice(0, field.caret).join(''), caret: field.caret};
    case 'ctrl-w': {
      const before = all.slice(0, field.caret).join('');
      return cutTo(letters(before.replace(/\S*\s*$/, '')).length);
    }
    default:
      return null;
  }
};

/** What a person pasted, as text: line ends made one kind, colours and other terminal codes left out. */
export const pastedText = (text: string): string =>
  stripVTControlCharacters(text.replace(/\r\n?/g, '\n')).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
