import {type Evidence, type NetworkEvidence, seen} from '../../model/evidence.ts';

export interface OtherPort {
  readonly port: number;
  readonly serverName: string | null;
  /** The server that answers there bears a name like that of the entry. */
  readonly isSameName: boolean;
}

/**
 * The port of this machine on which the server that is meant may listen. Other MCP servers may run here, too: one with
 * another name is named, but `isSameName` says that it is hardly the one.
 */
export const otherMcpPort = (network: NetworkEvidence, all: Evidence): OtherPort | null => {
  const entryName = seen(all, 'entry')?.name ?? null;
  const found = network.otherPorts
    .filter((one) => one.isMcp && one.port !== network.port)
    .map(({port, serverName}) => ({port, serverName, isSameName: isAlike(entryName, serverName)}));
  return found.find((one) => one.isSameName) ?? (found.length === 1 ? (found[0] ?? null) : null);
};

/** 'notes' and 'acme-notes-mcp' share a word; 'mcp' and 'server' are no names. */
const isAlike = (entryName: string | null, serverName: string | null): boolean => {
  if (entryName === null || serverName === null) return false;
  const theirs = wordsOf(serverName);
  return wordsOf(entryName).some((word) => theirs.includes(word));
};

const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !['mcp', 'server', 'local', 'dev', 'test', 'http', 'the'].includes(word));
