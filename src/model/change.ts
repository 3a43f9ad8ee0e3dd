import type {TextEdit} from './evidence/file.ts';
import type {Json, KeyPath} from './json.ts';

/**
 * What becomes of ONE place of ONE file. Evidence is redacted, so an edit never carries a value that was read from a
 * file: what depends on the old value is a named rewrite, done on the file's real bytes by clients/.
 */
export type Edit =
  /** Put a value that holds nothing secret. */
  | {readonly kind: 'set'; readonly value: Json}
  | {readonly kind: 'remove'}
  /** A value that only the person knows. `template` holds '{value}' once: 'Bearer {value}'. */
  | {
      readonly kind: 'ask';
      readonly label: string;
      readonly isSecret: boolean;
      readonly shape: 'token' | 'url' | 'path' | 'text' | 'name';
      readonly template?: string;
    }
  /** The same value under another key of the same object. */
  | {readonly kind: 'rename'; readonly to: string; readonly then?: Rewrite}
  | {readonly kind: 'rewrite'; readonly how: Rewrite}
  /** Several keys of ONE object that only make sense together (command and args). Undefined keys stay. */
  | {readonly kind: 'merge'; readonly values: {readonly [key: string]: Json}; readonly remove?: readonly string[]}
  /** The value moves to another path of the same file (a wrong root key). */
  | {readonly kind: 'move'; readonly to: KeyPath}
  /** Add an item to an array, before `index`. */
  | {readonly kind: 'insert'; readonly index: number; readonly value: Json}
  /** Repairs of a document that does not parse; must parse afterwards. */
  | {readonly kind: 'syntax'; readonly edits: readonly TextEdit[]}
  | {readonly kind: 'encode'; readonly to: 'utf-8'};

/** A new value computed from the old one, on the real bytes. Strings unless said otherwise. */
export type Rewrite =
  | {readonly how: 'prefix'; readonly text: string}
  | {readonly how: 'replace-text'; readonly from: string; readonly to: string}
  | {readonly how: 'trim'}
  /** Remove all line ends and other control characters. */
  | {readonly how: 'strip-control'}
  | {readonly how: 'unquote'}
  /** 'Bearer x' becomes 'x'. */
  | {readonly how: 'strip-scheme'}
  /** 'Bearer Bearer x', 'bearer: x', 'Token x' become '<scheme> x'. */
  | {readonly how: 'set-scheme'; readonly scheme: string}
  /** On an entry: the command's words become command and args (args that are there follow). */
  | {readonly how: 'split-command'; readonly commandKey: string; readonly argsKey: string}
  /** On an entry: command and args run through a shell: 'sh', ['-c', '…']. */
  | {
      readonly how: 'wrap-shell';
      readonly commandKey: string;
      readonly argsKey: string;
      readonly shell: readonly string[];
    }
  /** On an entry: program words in front of the command, which becomes an argument ('cmd', '/c'). */
  | {
      readonly how: 'wrap-command';
      readonly commandKey: string;
      readonly argsKey: string;
      readonly words: readonly string[];
    }
  /** A string becomes a list: split at white space outside quotes, or whole. */
  | {readonly how: 'to-list'; readonly split: boolean}
  /** {"id": {…}} becomes [{"id": "id", …}]; one object that names its id stands alone in the list. */
  | {readonly how: 'map-to-list'; readonly key: string}
  /** 'Name: value' lines, or a list of them, become an object; also a list of {name, value}. */
  | {readonly how: 'to-map'}
  /** A number or boolean becomes its text; in a map, each value. */
  | {readonly how: 'to-text'};

/** One change of one setting. A value: shown, refused, applied, undone and recorded by code that shares nothing else. */
export interface Change {
  readonly file: string;
  /** Keys from the document's root; [] for the whole document (syntax repairs). */
  readonly path: KeyPath;
  readonly edit: Edit;
  readonly why: string;
}

/** What the change will do to the file, for a person: redacted, printable, with line numbers. */
export interface ChangePreview {
  readonly file: string;
  readonly line: number;
  /** Unified, without the file header; lines begin with ' ', '-' or '+'. */
  readonly diff: readonly string[];
  /** For the record and the report: redacted. Undefined where there was or will be nothing. */
  readonly before?: Json;
  readonly after?: Json;
}

/** Proof that a change was written, and what undo needs. Holds no values. */
export interface Receipt {
  readonly id: string;
  readonly file: string;
  readonly backup: string;
  readonly sha256Before: string;
  readonly sha256After: string;
  readonly at: string;
}
