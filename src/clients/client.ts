import type {Host} from '../model/host.ts';
import type {Json, KeyPath} from '../model/json.ts';
import type {ClientRules, FileFormat, ServerEntry, Standing} from '../model/server.ts';
import type {Disk} from './disk.ts';
import type {Places} from './places.ts';

/** A table of servers inside a file. `[]` is the document's root itself. */
interface ServerTable {
  readonly scope: string;
  readonly path: KeyPath;
}

/** Who writes a file anew by itself, so that a change of it would not last, and what the person does instead. */
export interface Keeper {
  /** As part of a sentence: 'the plugin "notes"', 'your administrator'. */
  readonly who: string;
  /** A sentence. */
  readonly instead: string;
}

/** A file in which a client may keep servers. Its path may hold `*` for any name in a folder. */
export interface ConfigFile {
  readonly path: string;
  readonly scope: string;
  readonly format: FileFormat;
  readonly dialect: {readonly comments: boolean; readonly trailingCommas: boolean};
  /** The table that the client reads; further ones (another spelling it also takes) follow. */
  readonly tables: readonly KeyPath[];
  /** What stands in the tables: servers under their names, a list of servers that carry theirs, or a list of such maps. */
  readonly tablesAre: 'object' | 'array' | 'maps';
  /** Servers of further scopes in the same file (Claude Code's projects); a `*` in a path stands for any key. */
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
  /** Somebody else writes it: a change is shown, never written. */
  readonly keptBy: Keeper | null;
  /** Names that this file's entries use like variables, and what the client puts there: its own folder. */
  readonly knownNames: Readonly<Record<string, string>>;
  /** Variables that the client adds to the environment of this file's servers. */
  readonly addedEnv: Readonly<Record<string, string>>;
  /** What the client calls a server of this file, and its tools; null where the key is the name. */
  readonly naming: {readonly name: (key: string) => string; readonly toolPrefix: (key: string) => string} | null;
  /** The first table is itself ONE server, whose name stands under these keys of the document. */
  readonly onlyServer: {readonly nameAt: KeyPath} | null;
  /** What the client calls an item of a list that has no name ('{file}': the file's own name); null for its number. */
  readonly nameless: string | null;
  /** Another way of reading than the client's other files. */
  readonly reading: Reading | null;
  /** What is decided for all of its servers outside of it: its plugin is not switched on. */
  readonly standing: Standing | null;
  /** A file of another purpose: it counts as one of servers only where this is found in its text; null for all others. */
  readonly onlyWhere: RegExp | null;
  /** Something else names it: where it is missing, that is a fault. */
  readonly isExpected: boolean;
}

/** How an entry is to be read, beyond what `ClientRules` says. */
export interface Reading {
  /** Which wins where an entry has a command and a URL; 'error' where the client refuses it. */
  readonly commandAndUrl: 'command' | 'url' | 'error';
  /** A command without a type: a program, or an entry that is refused. */
  readonly commandWithoutType: 'stdio' | 'error';
  /** Environment values that are no strings: refused, or turned into text (null removes the variable). */
  readonly envValues: 'strings' | 'scalars';
  /** Keys that the client refuses in an entry of the other kind: `cwd` beside a URL, headers beside a command. */
  readonly onlyFor: {readonly stdio: readonly string[]; readonly remote: readonly string[]};
  /** The client refuses an entry whose arguments, variables or headers are null; the others take it for nothing. */
  readonly refusesNull: boolean;
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
  /** What a server is given where a variable of this machine changes the client's rule; null where none does. */
  readonly environment: ((host: Host) => ClientRules['environment'] | null) | null;
  /** What the place of an entry says of it without a word: keys that it would have elsewhere. */
  readonly implied: Readonly<Record<string, Json>>;
  /** Brings another shape of entry into the client's usual one. Must keep the values' keys findable. */
  readonly reshape: ((raw: Readonly<Record<string, Json>>, host: Host) => Readonly<Record<string, Json>>) | null;
}

/** A file of another client that a program takes servers from too. `by` is that program, for a person. */
export interface Borrowing {
  readonly path: string;
  readonly by: string;
}

/** One MCP client: where its servers are, and what an entry means there. */
export interface Client {
  readonly id: string;
  readonly name: string;
  readonly rules: ClientRules;
  readonly reading: Reading;
  /** Pure: paths follow from the host and the project folder alone. Strongest scope first. */
  readonly files: (places: Places) => readonly ConfigFile[];
  /** Files that plugins and extensions bring along; undefined for clients without any. */
  readonly delivered?: Delivered;
  /** Files of other clients that this one takes servers from too; told, and not listed a second time. */
  readonly alsoReads?: (places: Places) => readonly string[];
  /** The same as far as it happens on this machine. */
  readonly borrows?: (places: Places, disk: Disk) => Promise<readonly Borrowing[]>;
  /** Scopes from the strongest to the weakest; [] where the same name in two files gives two servers. */
  readonly precedence: readonly string[];
  /** Entries of one name are merged key by key, the stronger over the weaker; otherwise the whole entry wins. */
  readonly mergesKeys?: boolean;
  /** Approvals, switches and policies that lie outside the entry. Returns the entries with their standing. */
  readonly judge: ((entries: readonly ServerEntry[], places: Places, disk: Disk) => Promise<Judged>) | null;
  /** The client's own command line for a change of an entry, which works while it runs; null for scopes without one. */
  readonly ownEdit?: (name: string, scope: string) => string | null;
  /** Variables that the client's own settings put into the environment of every server; undefined where there are none. */
  readonly sessionEnv?: (places: Places, disk: Disk) => Promise<Readonly<Record<string, string>>>;
}

/** Files that others bring along, which only the disk can tell. */
export interface Delivered {
  /** Where they usually are, for the documentation. Pure. */
  readonly usual: (places: Places) => readonly ConfigFile[];
  readonly find: (places: Places, disk: Disk) => Promise<readonly ConfigFile[]>;
}

export interface Judged {
  readonly entries: readonly ServerEntry[];
  /** Files of approvals and policies that could not be read. */
  readonly troubled: readonly ConfigFile[];
}
