import {createHash} from 'node:crypto';
import type {FileEvidence} from '../model/evidence.ts';
import {isRecord, type KeyPath} from '../model/json.ts';
import type {ConfigFile} from './client.ts';
import type {Disk} from './disk.ts';
import {isTable, serverLikePaths} from './server-like.ts';
import {troubleShown} from './syntax/trouble-shown.ts';
import {documentOf} from './text/config-document.ts';
import {decodeText} from './text/decode-text.ts';
import type {ConfigDocument} from './text/document.ts';
import {createLineIndex, type LineIndex} from './text/line-index.ts';
import {type Duplicate, duplicatesIn, nodeAt, nodesAt, plainValue, type TreeNode} from './text/tree.ts';

/** A configuration file, read and parsed as its client does. `text` holds secrets. */
export interface ReadFile {
  readonly file: ConfigFile;
  readonly path: string;
  readonly realPath: string;
  readonly text: string;
  readonly document: ConfigDocument;
  readonly lines: LineIndex;
  readonly duplicates: readonly Duplicate[];
  readonly evidence: FileEvidence;
}

const NO_DOCUMENT: ConfigDocument = {root: null, lenient: null, trouble: null, refused: null};

/** Reads one file; null where there is none. Never throws. */
export const readConfigFile = async (
  file: ConfigFile,
  path: string,
  client: {readonly id: string; readonly name: string},
  disk: Disk,
): Promise<ReadFile | null> => {
  const read = await disk.read(path);
  if (read.kind === 'missing') {
    const isBrokenLink = (await disk.status(path)).kind === 'link-broken';
    return isBrokenLink || file.isExpected ? unread(file, path, client, 'ENOENT') : null;
  }
  if (read.kind === 'unreadable') return unread(file, path, client, read.code);
  const {text, encoding} = decodeText(read.bytes);
  if (file.onlyWhere !== null && !file.onlyWhere.test(text)) return null;
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const parsed = await documentOf(read.bytes, text, file.format, file.dialect);
  // No client decodes UTF-16: to it the file is no JSON, whatever the text would say.
  const document: ConfigDocument = isWide ? {...NO_DOCUMENT, lenient: parsed.lenient, refused: parsed.refused} : parsed;
  const lines = createLineIndex(text);
  const duplicates = duplicatesIn(document.root);
  const evidence: FileEvidence = {
    ...emptyEvidence(file, path, client),
    unreadable: document.refused,
    bytes: read.bytes.length,
    encoding,
    syntax: document.trouble === null ? null : troubleShown(document, text, lines, path),
    ...shapeOf(document, file, path),
    duplicateKeys: duplicates.map((found) => ({
      path: found.path,
      lines: found.offsets.map((offset) => lines.at(offset).line),
    })),
    sha256: createHash('sha256').update(read.bytes).digest('hex'),
  };
  return {file, path, realPath: read.realPath, text, document, lines, duplicates, evidence};
};

const unread = (
  file: ConfigFile,
  path: string,
  client: {readonly id: string; readonly name: string},
  code: string,
): ReadFile => ({
  file,
  path,
  realPath: path,
  text: '',
  document: NO_DOCUMENT,
  lines: createLineIndex(''),
  duplicates: [],
  evidence: {...emptyEvidence(file, path, client), unreadable: code},
});

const emptyEvidence = (
  file: ConfigFile,
  path: string,
  client: {readonly id: string; readonly name: string},
): FileEvidence => ({
  path,
  client: file.dead?.expectedBy ?? client.id,
  clientName: client.name,
  scope: file.scope,
  format: file.format,
  dialect: {comments: file.dialect.comments, trailingCommas: file.dialect.trailingCommas},
  exists: true,
  unreadable: null,
  bytes: 0,
  encoding: 'unknown',
  syntax: null,
  rootType: 'none',
  rootPath: file.tables[0] ?? [],
  rootFound: 'missing',
  rootExpected: file.tablesAre,
  topKeys: [],
  serverLikePaths: [],
  serverNames: [],
  deadLocation: file.dead === null ? null : {...file.dead, hasServers: false},
  duplicateKeys: [],
  sha256: '',
});

/** What the file's outline says: its root, the table of servers, and their names. */
const shapeOf = (document: ConfigDocument, file: ConfigFile, path: string): Partial<FileEvidence> => {
  const root = document.lenient;
  if (root === null) return {};
  const naming = {nameless: file.nameless, path};
  const table = tableIn(root, file.tables);
  const at = table?.node ?? null;
  const like = serverLikePaths(root, file);
  const fromElsewhere =
    at === null || at.kind === 'scalar' ? like.flatMap((at) => namesIn(nodeAt(root, at), naming)) : [];
  const main =
    file.onlyServer === null
      ? innerTables(file, at).flatMap((one) => namesIn(one.node, naming))
      : at === null
        ? []
        : [nameOfOnly(root, file.onlyServer.nameAt)];
  const more = file.more.flatMap((one) => nodesAt(root, one.path).flatMap(({node}) => namesIn(node, naming)));
  const names = [...main, ...fromElsewhere, ...more].map((name) => file.naming?.name(name) ?? name);
  return {
    rootType: rootType(root),
    rootPath: table?.path ?? file.tables[0] ?? [],
    rootFound: at === null ? 'missing' : at.kind === 'scalar' ? 'other' : at.kind,
    topKeys: root.kind === 'object' ? root.members.slice(0, 200).map((member) => member.key) : [],
    serverLikePaths: like,
    serverNames: [...new Set(names)],
    ...(file.dead === null ? {} : {deadLocation: {...file.dead, hasServers: names.length > 0}}),
  };
};

/** The first of the tables that is there. */
export const tableIn = (
  root: TreeNode | null,
  tables: readonly KeyPath[],
): {readonly path: KeyPath; readonly node: TreeNode} | null => {
  for (const path of tables) {
    const node = nodeAt(root, path);
    // The root itself counts as the table only when servers stand there.
    if (node !== null && (path.length > 0 || isTable(node))) return {path, node};
  }
  return null;
};

/** A table itself; where the client reads a list of maps, each of them, with its place in the list. */
export const innerTables = (
  {tablesAre}: ConfigFile,
  node: TreeNode | null,
): readonly {readonly path: KeyPath; readonly node: TreeNode}[] => {
  if (node === null) return [];
  if (tablesAre !== 'maps') return [{path: [], node}];
  // The names of servers that stand elsewhere may stand between them.
  return node.kind === 'array' ? node.items.map((item, index) => ({path: [index], node: item})) : [];
};

/** Names of the servers in a table: its keys, or the `name` of each item of a list. */
const namesIn = (node: TreeNode | null, naming: Naming): readonly string[] => {
  if (node?.kind === 'object') return [...new Set(node.members.map((member) => member.key))];
  if (node?.kind !== 'array') return [];
  return node.items.flatMap((item, index) => [nameOfItem(item, index, naming)]);
};

/** The name of the one server of a file that holds no more. */
export const nameOfOnly = (root: TreeNode | null, nameAt: KeyPath): string => {
  const node = nodeAt(root, nameAt);
  return node?.kind === 'scalar' && typeof node.value === 'string' && node.value !== '' ? node.value : '#1';
};

/** The name of a list's item; what the client calls it, or its number, where it says none. */
export const nameOfItem = (item: TreeNode, index: number, {nameless, path}: Naming): string => {
  const value = plainValue(item);
  const name = isRecord(value) ? value['name'] : undefined;
  if (typeof name === 'string' && name !== '') return name;
  if (nameless === null) return `#${index + 1}`;
  const stem = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '');
  const called = nameless.replace('{file}', () => stem);
  return index === 0 || called === nameless ? called : `${called} #${index + 1}`;
};

/** What a nameless item of that file is called by. */
export interface Naming {
  readonly nameless: string | null;
  readonly path: string;
}

const rootType = (root: TreeNode): FileEvidence['rootType'] => {
  if (root.kind !== 'scalar') return root.kind;
  if (root.value === null) return 'null';
  const type = typeof root.value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'none';
};
