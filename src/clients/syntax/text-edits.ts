import type {SyntaxTrouble, TextEdit} from '../../model/evidence.ts';
import {jsoncMistake} from './jsonc-mistake.ts';

export interface JsonDialect {
  readonly comments: boolean;
  readonly trailingCommas: boolean;
}

/** One mistake in a text, with the edits that mend it; null where none is sure. Offsets count UTF-16 units. */
export interface Mistake {
  readonly kind: SyntaxTrouble['kind'];
  readonly offset: number;
  readonly message: string;
  readonly edits: readonly TextEdit[] | null;
}

/** The text after the edits. Edits at the same offset apply in their order. */
export const withEdits = (text: string, edits: readonly TextEdit[]): string => {
  const ordered = edits.map((edit, index) => ({edit, index}));
  ordered.sort((a, b) => a.edit.offset - b.edit.offset || a.index - b.index);
  let out = '';
  let at = 0;
  for (const {edit} of ordered) {
    out += text.slice(at, Math.max(at, edit.offset)) + edit.text;
    at = Math.max(at, edit.offset + edit.length);
  }
  return out + text.slice(at);
};

/** What this dialect's parser says of a text; null when it takes it. */
export const refusalOf = (text: string, dialect: JsonDialect): string | null => {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    if (dialect.comments && jsoncMistake(text, {...dialect, empty: true}) === null) return null;
    return error instanceof Error ? error.message : String(error);
  }
};
