import type {Json, KeyPath} from '../../model/json.ts';
import type {FileFormat} from '../../model/server.ts';
import type {Disk} from '../disk.ts';
import type {JsonDialect} from '../syntax/text-edits.ts';
import {documentOf} from '../text/config-document.ts';
import {decodeText} from '../text/decode-text.ts';
import {createLineIndex} from '../text/line-index.ts';
import {offsetOf, plainValue, type TreeNode} from '../text/tree.ts';

/** A file of settings that decide about servers without naming them: approvals, switches, policies. */
export interface Settings {
  readonly path: string | null;
  /** Undefined where the file is not there or says nothing that can be read. */
  readonly value: Json | undefined;
  readonly root: TreeNode | null;
  readonly text: string;
  /** It is there and could not be read or parsed, so that the client does not heed it. */
  readonly isTroubled: boolean;
}

/** Reads settings, in strict JSON unless told otherwise. Never throws. */
export const readSettings = async (
  path: string | null,
  disk: Disk,
  format: FileFormat = 'json',
  dialect: JsonDialect = {comments: false, trailingCommas: false},
): Promise<Settings> => {
  const nothing: Settings = {path, value: undefined, root: null, text: '', isTroubled: false};
  if (path === null) return nothing;
  const read = await disk.read(path);
  if (read.kind === 'missing') return nothing;
  if (read.kind === 'unreadable') return {...nothing, isTroubled: true};
  const {text} = decodeText(read.bytes);
  const document = await documentOf(read.bytes, text, format, dialect);
  const {root} = document;
  return {path, value: root === null ? undefined : plainValue(root), root, text, isTroubled: root === null};
};

/** The line on which a setting stands; null where it does not stand there. */
export const lineOf = ({root, text}: Settings, path: KeyPath): number | null => {
  const offset = offsetOf(root, path);
  return offset === null ? null : createLineIndex(text).at(offset).line;
};
