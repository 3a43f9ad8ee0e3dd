import type {TextEdit} from '../../model/evidence/file.ts';
import type {Json, KeyPath} from '../../model/json.ts';
import type {Operation} from './operation.ts';

/** How one file format is read and changed by splices of its text. Offsets count UTF-16 units. */
export interface Language {
  /** The document as data, or the parser's sentence on why it is none. An empty text has the value undefined. */
  readonly parse: (text: string) => {readonly value: Json | undefined} | {readonly trouble: string};
  /** The splices that do one operation on a text that parses; null where this layout cannot be spliced surely. */
  readonly splice: (text: string, operation: Operation) => readonly TextEdit[] | null;
  /** A key that stands twice on the way to `path`, which readers take differently; null when there is none. */
  readonly duplicateOn: (text: string, path: KeyPath) => string | null;
  /** A whole new document. */
  readonly render: (value: Json) => string;
}

/** Puts splices into a text; they must not overlap. */
export const spliced = (text: string, edits: readonly TextEdit[]): string => {
  const ordered = edits
    .map((edit, index) => ({edit, index}))
    .sort((a, b) => a.edit.offset - b.edit.offset || a.index - b.index);
  let out = '';
  let at = 0;
  for (const {edit} of ordered) {
    out += text.slice(at, Math.max(at, edit.offset)) + edit.text;
    at = Math.max(at, edit.offset + edit.length);
  }
  return out + text.slice(at);
};
