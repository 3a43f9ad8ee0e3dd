import {isRecord, type Json, type KeyPath} from '../model/json.ts';
import type {Launch, ServerEntry, Standing} from '../model/server.ts';
import type {Candidate} from './candidate.ts';
import type {Client, Reading} from './client.ts';
import {readStrings} from './entry/entry-evidence.ts';
import {inputsIn} from './entry/input-definitions.ts';
import {type EntryContext, launchOf, type Understood} from './entry/launch-of.ts';
import {rulesHere} from './entry/rules-here.ts';
import {secretsIn} from './entry/secrets-of.ts';
import {withSessionEnv} from './entry/with-session-env.ts';
import type {Places} from './places.ts';
import {innerTables, type Naming, nameOfItem, nameOfOnly, type ReadFile, tableIn} from './read-file.ts';
import {nodeAt, nodesAt, offsetOf, plainValue, type TreeNode} from './text/tree.ts';

const ACTIVE: Standing = {state: 'active', decidedBy: null, wins: null};

/** The servers of one file, in the order in which they stand. */
export const entriesOf = (client: Client, read: ReadFile, places: Places): readonly Candidate[] => {
  const {file, document} = read;
  const rules = file.rules ?? client.rules;
  const reading = file.reading ?? client.reading;
  const context: EntryContext = {
    host: places.host,
    rules,
    projectDir: places.projectDir,
    reading,
    emptyWhenUnset: reading.emptyWhenUnset,
    inputs: inputsIn(read),
    knownNames: file.knownNames,
  };
  const main = tableIn(document.root, file.tables);
  const only = file.onlyServer;
  const called = {nameless: file.nameless, path: read.path};
  const tables = [
    ...(main === null || only !== null ? [] : innerTables(file, main.node)).map((inner) => ({
      scope: file.scope,
      path: [...(main?.path ?? []), ...inner.path],
      node: inner.node,
    })),
    ...file.more.flatMap(({scope, path}) => nodesAt(document.root, path).map((at) => ({scope, ...at}))),
  ];
  const found = [
    ...(main === null || only === null ? [] : [onlyOne(client, read, context, main, only.nameAt)]),
    ...tables.flatMap(({scope, path, node}) =>
      (client.mergesKeys === true ? itemsOf(node, called) : ownItems(node, reading, called)).map((item) =>
        candidate(client, read, context, scope, [...path, item.key], item),
      ),
    ),
  ];
  const refused = found.find(({entry}) => entry.standing.state === 'unusable')?.entry.standing;
  if (!file.isAllOrNothing || refused === undefined) return found;
  return found.map((one) => ({
    ...one,
    entry: {
      ...one.entry,
      launch: null,
      standing: one.entry.standing.state === 'unusable' ? one.entry.standing : refused,
    },
  }));
};

/** A file that is one server: its table is the entry. */
const onlyOne = (
  client: Client,
  read: ReadFile,
  context: EntryContext,
  {path, node}: {readonly path: KeyPath; readonly node: TreeNode},
  nameAt: KeyPath,
): Candidate => {
  const offset = offsetOf(read.document.root, path) ?? node.offset;
  const name = nameOfOnly(read.document.root, nameAt);
  return candidate(client, read, context, read.file.scope, path, {key: String(path.at(-1) ?? ''), name, offset, node});
};

const ownItems = (table: TreeNode, {isForeign}: Reading, naming: Naming): readonly Item[] =>
  itemsOf(table, naming).filter(({node}) => {
    const raw = isForeign === null ? null : plainValue(node);
    return isForeign === null || !isRecord(raw) || !isForeign(raw);
  });

interface Item {
  readonly key: string | number;
  readonly name: string;
  readonly offset: number;
  readonly node: TreeNode;
}

const itemsOf = (table: TreeNode, naming: Naming): readonly Item[] => {
  if (table.kind === 'object') {
    const effective = new Map(table.members.map((member) => [member.key, member]));
    return [...effective.values()].map(({key, keyOffset, node}) => ({key, name: key, offset: keyOffset, node}));
  }
  if (table.kind === 'scalar') return [];
  return table.items.map((node, index) => ({
    key: index,
    name: nameOfItem(node, index, naming),
    offset: node.offset,
    node,
  }));
};

const candidate = (
  client: Client,
  read: ReadFile,
  context: EntryContext,
  scope: string,
  at: KeyPath,
  item: Item,
): Candidate => {
  const {file} = read;
  const raw = withImplied(plainValue(item.node), context.reading);
  const {naming} = file;
  const limited = rulesHere(context.rules, context.reading, raw, context.host);
  const rules = naming === null ? limited : {...limited, toolPrefix: naming.toolPrefix(item.name)};
  const understood = launchOf(raw, context);
  const clientId = file.dead?.expectedBy ?? client.id;
  const place = read.lines.at(item.offset);
  // Two items of a list, and two profiles of one file, may hold servers of one name.
  const isStarred = file.more.some((one) => one.scope === scope && one.path.includes('*'));
  const apart = typeof item.key === 'number' ? item.key : isStarred ? at.join('/') : '';
  let secrets: readonly string[] | undefined;
  const entry: ServerEntry = {
    key: [clientId, scope, read.path, item.name, apart].join('\0'),
    name: naming?.name(item.name) ?? item.name,
    client: clientId,
    scope,
    file: read.path,
    format: file.format,
    at,
    line: place.line,
    column: place.column,
    raw,
    transport: understood.transport,
    launch: understood.launch,
    standing: standingOf(raw, understood, read, at, rules),
    rules,
    isProjectFile: file.isProjectFile,
    projectDir: context.projectDir,
    // Made when asked for: a list of a thousand servers needs the secrets of none.
    get secrets() {
      secrets ??= secretsOf(raw, understood.launch, context);
      return secrets;
    },
  };
  return withSessionEnv({entry, read, context}, file.addedEnv);
};

const withImplied = (raw: Json, {implied}: Reading): Json => {
  for (const _key in implied) return isRecord(raw) ? {...implied, ...raw} : raw;
  return raw;
};

/** What the entry and its file say by themselves; approvals and precedence come later. */
const standingOf = (
  raw: Json,
  {launch, trouble, transport}: Understood,
  read: ReadFile,
  at: KeyPath,
  rules: ServerEntry['rules'],
): Standing => {
  const {path, file} = read;
  const line = (key: string | null): number | null => {
    const offset = key === null ? undefined : nodeAt(read.document.root, [...at, key])?.offset;
    return offset === undefined ? null : read.lines.at(offset).line;
  };
  const decided = (state: Standing['state'], key: string | null): Standing => ({
    state,
    decidedBy: {file: path, path: key === null ? at : [...at, key], line: line(key), owner: null},
    wins: null,
  });
  if (file.dead !== null) return {...decided('dead-location', null), wins: file.dead.realPlace};
  const {disabled, enabled, type} = rules.fields;
  if (isRecord(raw) && disabled !== null && raw[disabled] === true) return decided('disabled', disabled);
  if (isRecord(raw) && enabled !== null && raw[enabled] === false) return decided('disabled', enabled);
  if (file.standing !== null) return file.standing;
  if (launch !== null) return ACTIVE;
  // A word of the client's own for a transport that mcp-fix does not speak is no mistake of the entry.
  const word = isRecord(raw) && type !== null ? raw[type] : undefined;
  if (transport === 'unknown' && typeof word === 'string' && rules.types[word] === 'unknown') return ACTIVE;
  return decided('unusable', trouble === 'entry' ? null : trouble);
};

/** Everything of the entry that must never be shown, longest first; what the client adds from elsewhere too. */
export const secretsOf = (raw: Json, launch: Launch | null, context: EntryContext): readonly string[] => {
  const found = new Set(readStrings(raw, context).flatMap(({secrets}) => secrets));
  // Without another shape the launch holds nothing that was not just seen.
  const map =
    launch === null || context.reading.reshape === null ? {} : launch.kind === 'stdio' ? launch.env : launch.headers;
  const field = launch?.kind === 'stdio' ? 'env' : 'headers';
  for (const [name, text] of Object.entries(map))
    for (const secret of secretsIn({path: [field, name], field, name, text}, {text, uses: [], values: []}))
      found.add(secret);
  return [...found].filter((secret) => secret !== '').sort((a, b) => b.length - a.length);
};
