import type {RequestEvidence, RequestToolset} from '../../model/evidence.ts';
import {isRecord, type Json} from '../../model/json.ts';
import {printableLine} from '../../model/printable.ts';
import type {Place} from '../../model/server.ts';
import type {ReadFile} from '../read-file.ts';
import {memberOf, plainValue, type TreeNode} from '../text/tree.ts';
import {nameIn} from './request-server.ts';

/** The features that a request's beta header names: every `anthropic-beta` of 'Name: value' lines, split at commas. */
const betasInHeaders = (headers: readonly string[]): readonly string[] =>
  headers.flatMap((line) => {
    const value = /^\s*anthropic-beta\s*:(.*)$/is.exec(line)?.[1];
    return value === undefined ? [] : value.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
  });

/** What the request as a whole says, without values. `headers` are null where none were given. */
export const outlineOf = (read: ReadFile, headers: readonly string[] | null): Omit<RequestEvidence, 'about'> => {
  const {root} = read.document;
  const [other] = read.evidence.serverLikePaths;
  const own = memberOf(root, 'mcp_servers');
  const key = own === undefined && other !== undefined ? String(other[0]) : 'mcp_servers';
  const member = own ?? memberOf(root, key);
  const place = (offset: number): Place => ({file: read.path, ...read.lines.at(offset)});
  const inBody = betasInBody(root);
  return {
    file: read.path,
    betas: headers === null ? inBody : betasInHeaders(headers).map(printableLine),
    betasFrom: headers !== null ? 'header' : inBody === null ? null : 'body',
    betasPlace: headers !== null || inBody === null ? null : place(memberOf(root, 'betas')?.keyOffset ?? 0),
    found: kindOf(member?.node),
    key,
    place: place(member?.keyOffset ?? root?.offset ?? 0),
    names: namesIn(member?.node),
    toolsets: toolsetsIn(root, place),
    hasToolConfiguration: itemsOf(member?.node).some((item) => {
      const node = memberOf(item, 'tool_configuration')?.node;
      return node !== undefined && plainValue(node) !== null;
    }),
  };
};

const namesIn = (node: TreeNode | undefined): readonly string[] =>
  node?.kind === 'object'
    ? node.members.map(({key}) => printableLine(key))
    : itemsOf(node).flatMap((item) => nameIn(plainValue(item)) ?? []);

const kindOf = (node: TreeNode | undefined): RequestEvidence['found'] =>
  node === undefined ? 'missing' : node.kind === 'array' ? 'list' : node.kind === 'object' ? 'object' : 'other';

/** The SDKs take the names of beta features as `betas` beside the body's own keys. */
const betasInBody = (root: TreeNode | null): readonly string[] | null => {
  const node = memberOf(root, 'betas')?.node;
  const value: Json = node === undefined ? null : plainValue(node);
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string').map(printableLine) : null;
};

/** Toolsets in `tools`, and those that a message adds in the middle of the conversation. */
const toolsetsIn = (root: TreeNode | null, place: (offset: number) => Place): readonly RequestToolset[] => {
  const found: RequestToolset[] = [];
  const look = (node: TreeNode, at: string): void => {
    const value = node.kind === 'object' ? plainValue(node) : null;
    if (!isRecord(value) || value['type'] !== 'mcp_toolset') return;
    const name = value['mcp_server_name'];
    found.push({server: typeof name === 'string' ? printableLine(name) : null, at, place: place(node.offset)});
  };
  for (const [index, item] of itemsOf(memberOf(root, 'tools')?.node).entries()) look(item, `tools[${index}]`);
  for (const [index, message] of itemsOf(memberOf(root, 'messages')?.node).entries())
    additionsIn(memberOf(message, 'content')?.node, `messages[${index}].content`, false, look);
  return found;
};

/** A message that names a server's tools without defining them: they have to be in `tools`, or the API refuses it. */
export interface ToolReference {
  readonly server: string;
  /** As a person writes it: 'messages[1].content[0].tool'. */
  readonly at: string;
}

/** `mcp_toolset_reference` and `mcp_tool_reference` in blocks that add or remove tools. Source: the official SDK's types. */
export const toolReferencesIn = (root: TreeNode | null): readonly ToolReference[] =>
  itemsOf(memberOf(root, 'messages')?.node).flatMap((message, index) =>
    itemsOf(memberOf(message, 'content')?.node).flatMap((block, place) => {
      const node = memberOf(block, 'tool')?.node;
      const value: Json = node === undefined ? null : plainValue(node);
      if (!isRecord(value) || !/^mcp_tool(?:set)?_reference$/.test(String(value['type']))) return [];
      const server = value['server_name'];
      return typeof server === 'string' ? [{server, at: `messages[${index}].content[${place}].tool`}] : [];
    }),
  );

/** Everything below a `tool_addition` block; the rest of a conversation is none of our business. */
const additionsIn = (
  node: TreeNode | undefined,
  at: string,
  isInside: boolean,
  look: (node: TreeNode, at: string) => void,
): void => {
  if (node === undefined || node.kind === 'scalar') return;
  if (node.kind === 'array') {
    for (const [index, item] of node.items.entries()) additionsIn(item, `${at}[${index}]`, isInside, look);
    return;
  }
  const type = memberOf(node, 'type')?.node;
  const isAddition = isInside || (type?.kind === 'scalar' && type.value === 'tool_addition');
  if (!isAddition) return;
  look(node, at);
  for (const member of node.members) additionsIn(member.node, `${at}.${member.key}`, true, look);
};

/** The items of a list; none for anything else. */
const itemsOf = (node: TreeNode | undefined): readonly TreeNode[] => (node?.kind === 'array' ? node.items : []);
