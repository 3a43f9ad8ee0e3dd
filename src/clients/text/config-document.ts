import type {FileFormat} from '../../model/server.ts';
import type {JsonDialect} from '../syntax/text-edits.ts';
import type {ConfigDocument} from './document.ts';
import {readJson} from './json-document.ts';

/** A configuration's text as its client reads it. Readers of other formats are loaded when the first such file is there. */
export const readDocument = async (text: string, format: FileFormat, dialect: JsonDialect): Promise<ConfigDocument> => {
  if (format === 'toml') return (await import('./toml-document.ts')).readToml(text);
  if (format === 'yaml') return (await import('./yaml-document.ts')).readYaml(text);
  if (format === 'xml') return (await import('./intellij-document.ts')).readIntellij(text);
  if (format === 'properties') return (await import('./properties-document.ts')).readProperties(text);
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
