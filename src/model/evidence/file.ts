import type {KeyPath} from '../json.ts';
import type {FileFormat, Place} from '../server.ts';

/** The first thing in a configuration file that its client's parser does not take. Seen, not yet explained. */
export interface SyntaxTrouble {
  readonly place: Place;
  /** The parser's own sentence. */
  readonly message: string;
  /** The person's own line, redacted, and the column of the caret in it (from 1). */
  readonly lineText: string;
  readonly caret: number;
  /**
   * What stands there. Each has one repair; 'other' has none.
   * Found by lenient scanning, so that the word for it is the cause and not the symptom.
   */
  readonly kind:
    | 'trailing-comma'
    | 'missing-comma'
    | 'comment'
    | 'single-quotes'
    | 'typographic-quotes'
    | 'backslash'
    | 'bom'
    | 'merge-conflict'
    | 'two-roots'
    | 'truncated'
    | 'empty'
    | 'unquoted-key'
    | 'control-character'
    | 'extra-bracket'
    | 'missing-bracket'
    | 'python-literal'
    | 'missing-colon'
    | 'equals-sign'
    | 'unquoted-value'
    | 'not-json'
    | 'other';
  /** The repair as byte-range edits of the file's text, when one is sure; offsets count UTF-16 units of the decoded text. */
  readonly repair: readonly TextEdit[] | null;
  /** How many further places have trouble of the same kind (their repairs are in `repair` too). */
  readonly more: number;
}

export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** What one configuration file is like. */
export interface FileEvidence {
  readonly path: string;
  readonly client: string;
  readonly clientName: string;
  readonly scope: string;
  readonly format: FileFormat;
  /** The dialect the client reads. */
  readonly dialect: {readonly comments: boolean; readonly trailingCommas: boolean};
  readonly exists: boolean;
  /** errno word when it exists and could not be read ('EACCES'), or 'too-large', 'not-a-file', 'too-deep', 'too-much'. */
  readonly unreadable: string | null;
  readonly bytes: number;
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'unknown';
  readonly syntax: SyntaxTrouble | null;
  readonly rootType: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null' | 'none';
  /** The key that the client reads servers from, and what stands there. */
  readonly rootPath: KeyPath;
  readonly rootFound: 'object' | 'array' | 'other' | 'missing';
  /** What the client reads there: servers under their names, a list of servers that carry theirs, or a list of such maps. */
  readonly rootExpected: 'object' | 'array' | 'maps';
  /** Keys of the document's root, in order (no values). */
  readonly topKeys: readonly string[];
  /** Other keys that look like a table of servers: ['servers'], ['mcp', 'servers'], [] for bare entries at the root. */
  readonly serverLikePaths: readonly KeyPath[];
  readonly serverNames: readonly string[];
  /** Set when the location itself is read by no client: who is expected to read it, and what that client reads. */
  readonly deadLocation: {readonly expectedBy: string; readonly realPlace: string; readonly hasServers: boolean} | null;
  readonly duplicateKeys: readonly {readonly path: KeyPath; readonly lines: readonly number[]}[];
  /** The bytes' SHA-256 in hex, so that an edit knows what it was made for. */
  readonly sha256: string;
}
