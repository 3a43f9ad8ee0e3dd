import type {Json, KeyPath} from './json.ts';

export type Transport = 'stdio' | 'http' | 'sse' | 'unknown';
/** The client of a server that stands in no file: a person typed its URL or its command. */
export const AD_HOC = 'ad-hoc';
/** The client of a server that a request to Anthropic's Messages API names. */
export const MESSAGES_API = 'anthropic-api';

/** `xml` and `properties` are settings that a program of the desktop writes itself: read, and never written. */
export type FileFormat = 'json' | 'jsonc' | 'toml' | 'yaml' | 'xml' | 'properties';

/** A place in a text file. Line and column count from 1; the column counts UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What the client would start, after its own expansion. Holds secrets: never printed, never part of Evidence. */
export interface StdioLaunch {
  readonly kind: 'stdio';
  readonly command: string;
  readonly args: readonly string[];
  /** The entry's own variables, expanded. */
  readonly env: Readonly<Record<string, string>>;
  /** The folder that the client starts it in; null when it is the client's own working folder. */
  readonly cwd: string | null;
}

/** What the client would call, after its own expansion. Holds secrets. */
export interface RemoteLaunch {
  readonly kind: 'remote';
  readonly transport: 'http' | 'sse';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A command that prints headers (Claude Code); run only after approval. */
  readonly headersHelper: string | null;
}

export type Launch = StdioLaunch | RemoteLaunch;

/** Whether the client would use the entry at all, and what decides it. */
export interface Standing {
  readonly state:
    | 'active'
    | 'disabled'
    | 'rejected'
    | 'not-approved'
    | 'blocked'
    | 'shadowed'
    | 'dead-location'
    | 'unusable';
  /** The setting that decides: its file, its keys and its line, where one is known. */
  readonly decidedBy: {
    readonly file: string;
    readonly path: KeyPath;
    readonly line: number | null;
    readonly owner: string | null;
  } | null;
  /** The entry that wins, for `shadowed`: 'local scope of /home/x/.claude.json'. */
  readonly wins: string | null;
}

/** How one client treats its entries. Data, so that a probe can act as THAT client would. */
export interface ClientRules {
  readonly client: string;
  readonly clientName: string;
  /** Keys of the client for our words; null where it has none. */
  readonly fields: {
    readonly command: string;
    readonly args: string | null;
    readonly env: string | null;
    readonly cwd: string | null;
    readonly url: readonly string[];
    readonly headers: string | null;
    readonly type: string | null;
    readonly disabled: string | null;
    readonly enabled: string | null;
    readonly timeout: string | null;
    readonly envFile: string | null;
  };
  readonly commandIsArray: boolean;
  /** Every key that the client reads in an entry; others are ignored by it. */
  readonly knownFields: readonly string[];
  /** Words of the type key, and what each means. Empty where the client has no such key. */
  readonly types: Readonly<Record<string, Transport>>;
  /** What an entry with a URL and no type means. */
  readonly urlWithoutType: 'http' | 'sse' | 'http-then-sse' | 'error' | 'unsupported';
  readonly remote: boolean;
  readonly expansion: {
    /** Spellings that expand: '${VAR}', '${VAR:-default}', '${env:VAR}', '$VAR', '{env:VAR}', '${input:id}' … */
    readonly syntax: readonly string[];
    /** Fields in which they expand. */
    readonly where: readonly string[];
    readonly unset: 'literal' | 'empty' | 'error';
  };
  /**
   * What the server inherits: everything, the SDK's short list, or a list of names. A variable whose name holds one of
   * `drops` (in any case; '^' in front and '$' behind hold to the name's ends) is kept back unless the entry names it.
   * `adds` are the client's own marks; '{project}' in them is the folder that it was started for.
   */
  readonly environment: {
    readonly kind: 'all' | 'sdk' | 'list';
    readonly names: readonly string[];
    readonly drops: readonly string[];
    readonly adds: Readonly<Record<string, string>>;
  };
  /** Which PATH the command is looked up in. */
  readonly pathSource: 'shell' | 'gui';
  /** The time limit of the start, in milliseconds; the tool call's is not asked here. */
  readonly startTimeoutMs: number | null;
  readonly eras: readonly ('legacy' | 'modern')[];
  /** The client's own prefix of a tool's name, e.g. 'mcp__{server}__'; '' for none. */
  readonly toolPrefix: string;
  readonly maxTools: number | null;
  readonly dialect: {readonly comments: boolean; readonly trailingCommas: boolean};
  /** What to do after a change, in the client's own words. */
  readonly reload: string;
}

/** One entry of one client's configuration. `launch` holds secrets; see `EntryEvidence` for what may be shown. */
export interface ServerEntry {
  /** Unique in a run: client, scope, file and name. */
  readonly key: string;
  readonly name: string;
  readonly client: string;
  readonly scope: string;
  readonly file: string;
  readonly format: FileFormat;
  /** Keys of the entry inside its file. */
  readonly at: KeyPath;
  readonly line: number;
  readonly column: number;
  /** The entry as written, parsed. Holds secrets. */
  readonly raw: Json;
  readonly transport: Transport;
  /** Null where the entry is too broken to start anything. */
  readonly launch: Launch | null;
  readonly standing: Standing;
  readonly rules: ClientRules;
  /** Named by a file that a cloned repository brings along: needs its own approval. */
  readonly isProjectFile: boolean;
  /** The folder that the client treats as the project, or the person's folder. */
  readonly projectDir: string | null;
  /** Every value of the entry that must never be shown, longest first. */
  readonly secrets: readonly string[];
}
