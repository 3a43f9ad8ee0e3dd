import type {SyntaxTrouble, TextEdit} from '../../model/evidence.ts';
import type {FileFormat} from '../../model/server.ts';
import type {JsonDialect} from '../syntax/text-edits.ts';
import {readJson} from './json-document.ts';
import type {TreeNode} from './tree.ts';

/** The first thing that the client's parser does not take, with what would mend the text. */
export interface DocumentTrouble {
  readonly kind: SyntaxTrouble['kind'];
  readonly offset: number;
  readonly message: string;
  readonly repair: readonly TextEdit[] | null;
  readonly more: number;
}

export interface ConfigDocument {
  /** What the client reads; null where it cannot, and where the file is empty. */
  readonly root: TreeNode | null;
  /** What can be made out in a text with mistakes. */
  readonly lenient: TreeNode | null;
  readonly trouble: DocumentTrouble | null;
  /** 'too-deep' where nobody should parse it. */
  readonly refused: string | null;
}

/** A configuration's text as its client reads it. TOML and YAML readers are loaded when the first such file is there. */
export const readDocument = async (text: string, format: FileFormat, dialect: JsonDialect): Promise<ConfigDocument> => {
  if (format === 'toml') return (await import('./toml-document.ts')).readToml(text);
  if (format === 'yaml') return (await import('./yaml-document.ts')).readYaml(text);
  return readJson(text, dialect);
};

const READ = new WeakMap<Buffer, Map<string, Promise<ConfigDocument>>>();

/**
 * The document in the bytes of a file, parsed once: a file of the home is also the project's for whoever works there, and
 * what decides about servers often stands in the file that names them.
 * @param text what `decodeText` made of the bytes
 */
export const documentOf = (
  bytes: Buffer,
  text: string,
  format: FileFormat,
  dialect: JsonDialect,
): Promise<ConfigDocument> => {
  const known = READ.get(bytes) ?? new Map<string, Promise<ConfigDocument>>();
  READ.set(bytes, known);
  const as = `${format} ${dialect.comments} ${dialect.trailingCommas}`;
  const document = known.get(as) ?? readDocument(text, format, dialect);
  known.set(as, document);
  return document;
};
