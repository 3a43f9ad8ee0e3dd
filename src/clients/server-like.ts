import type {KeyPath} from '../model/json.ts';
import type {ConfigFile} from './client.ts';
import {memberOf, nodeAt, type TreeNode} from './text/tree.ts';

/** Tables under which some client keeps servers; the right key of one client is the wrong key of another. */
export const KNOWN_TABLES: readonly KeyPath[] = [
  ['mcpServers'],
  ['servers'],
  ['mcp_servers'],
  ['mcp-servers'],
  ['mcpservers'],
  ['MCPServers'],
  ['mcpServer'],
  ['McpServers'],
  ['mcp'],
  ['mcp', 'servers'],
  ['mcp', 'mcpServers'],
  ['context_servers'],
  ['extensions'],
  ['amp.mcpServers'],
  ['amp', 'mcpServers'],
  ['mcp.servers'],
  ['mcpServers', 'mcpServers'],
  ['mcpServers', 'servers'],
  ['servers', 'mcpServers'],
  ['config', 'mcpServers'],
  ['settings', 'mcpServers'],
  ['claude', 'mcpServers'],
  ['claude_desktop_config', 'mcpServers'],
];

const ENTRY_KEYS = ['command', 'cmd', 'url', 'httpUrl', 'serverUrl', 'uri'];

/** It has a command or a URL, as a server's entry has. */
const looksLikeEntry = (node: TreeNode | null | undefined): boolean =>
  node?.kind === 'object' && ENTRY_KEYS.some((key) => namesSomething(memberOf(node, key)?.node));

/** A text or a list of words; settings of editors have objects under `command` that mean something else. */
const namesSomething = (node: TreeNode | undefined): boolean =>
  node?.kind === 'scalar' ? typeof node.value === 'string' : node?.kind === 'array' && node.items[0]?.kind === 'scalar';

/** A map or list of servers' entries. */
export const isTable = (node: TreeNode | null): boolean =>
  (node?.kind === 'object' && node.members.some((member) => looksLikeEntry(member.node))) ||
  (node?.kind === 'array' && node.items.some(looksLikeEntry));

/** Other places of the document that look like a table of servers; `[]` for entries at the root itself. */
export const serverLikePaths = (
  root: TreeNode,
  file: Pick<ConfigFile, 'tables' | 'mistakable'>,
): readonly KeyPath[] => {
  const isRead = (path: KeyPath): boolean => file.tables.some((own) => own.join('\0') === path.join('\0'));
  const found: KeyPath[] = (file.mistakable ?? KNOWN_TABLES).filter(
    (path) => !isRead(path) && isTable(nodeAt(root, path)),
  );
  if (file.mistakable === null && !isRead([]) && (isTable(root) || looksLikeEntry(root))) found.push([]);
  return found;
};
