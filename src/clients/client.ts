import type {Host} from '../model/host.ts';
import type {Json, KeyPath} from '../model/json.ts';
import type {ClientRules, FileFormat, ServerEntry} from '../model/server.ts';
import type {Disk} from './disk.ts';
import type {Places} from './places.ts';

/** A table of servers inside a file. `[]` is the document's root itself. */
interface ServerTable {
  readonly scope: string;
  readonly path: KeyPath;
}

/** A file in which a client may keep servers. Its path may hold `*` for any name in a folder. */
export interface ConfigFile {
  readonly path: string;
  readonly scope: string;
  readonly format: FileFormat;
  readonly dialect: {readonly comments: boolean; readonly trailingCommas: boolean};
  /** The table that the client reads; further ones (another spelling it also takes) follow. */
  readonly tables: readonly KeyPath[];
  /** Servers of further scopes in the same file (Claude Code's projects). */
  readonly more: readonly ServerTable[];
  /** A cloned repository brings it along: needs its own approval. */
  readonly isProjectFile: boolean;
  /** Read only where this folder exists: the sign that the client is in use, for files that belong to another one. */
  readonly onlyWith: string | null;
  /** An old format of the same client: other rules for this file. */
  readonly rules: ClientRules | null;
  /** Read by no client: who is expected to read it, and what that client reads instead. */
  readonly dead: {readonly expectedBy: string; readonly realPlace: string} | null;
  /** Tables that people take for the client's own; null for all known ones. Shared settings hold those of others too. */
  readonly mistakable: readonly KeyPath[] | null;
  /** The client refuses the whole file for one bad entry. */
  readonly isAllOrNothing: boolean;
}

/** How an entry is to be read, beyond what `ClientRules` says. */
export interface Reading {
  /** Which wins where an entry has a command and a URL; 'error' where the client refuses it. */
  readonly commandAndUrl: 'command' | 'url' | 'error';
  /** Environment values that are no strings: refused, or turned into text (null removes the variable). */
  readonly envValues: 'strings' | 'scalars';
  /** What a URL under this key means, where the key itself says it. */
  readonly urlKeys: Readonly<Record<string, 'http' | 'sse'>>;
  /** Unset variables become empty in these fields, whatever the general rule says. */
  readonly emptyWhenUnset: readonly string[];
  /** An entry that the client runs itself, or takes from elsewhere: no server of the file. */
  readonly isForeign: ((raw: Readonly<Record<string, Json>>) => boolean) | null;
  /** Keys whose value is the NAME of a variable that must be set: ['bearer_token_env_var'], ['env_http_headers', '*']. */
  readonly namedVariables: readonly (readonly string[])[];
  /** The time limit of the start, in milliseconds, that an entry or a variable sets; null where the client's own counts. */
  readonly startLimit: ((raw: Readonly<Record<string, Json>>, host: Host) => number | null) | null;
  /** Brings another shape of entry into the client's usual one. Must keep the values' keys findable. */
  readonly reshape: ((raw: Readonly<Record<string, Json>>, host: Host) => Readonly<Record<string, Json>>) | null;
}

/** One MCP client: where its servers are, and what an entry means there. */
export interface Client {
  readonly id: string;
  readonly name: string;
  readonly rules: ClientRules;
  readonly reading: Reading;
  /** Pure: paths follow from the host and the project folder alone. Strongest scope first. */
  readonly files: (places: Places) => readonly ConfigFile[];
  /** Scopes from the strongest to the weakest; [] where the same name in two files gives two servers. */
  readonly precedence: readonly string[];
  /** Approvals, switches and policies that lie outside the entry. Returns the entries with their standing. */
  readonly judge: ((entries: readonly ServerEntry[], places: Places, disk: Disk) => Promise<Judged>) | null;
  /** The client's own command line for a change of an entry, which works while it runs; null for scopes without one. */
  readonly ownEdit?: (name: string, scope: string) => string | null;
  /** Variables that the client's own settings put into the environment of every server; undefined where there are none. */
  readonly sessionEnv?: (places: Places, disk: Disk) => Promise<Readonly<Record<string, string>>>;
}

export interface Judged {
  readonly entries: readonly ServerEntry[];
  /** Files of approvals and policies that could not be read. */
  readonly troubled: readonly ConfigFile[];
}
