import type {Place} from '../server.ts';
import type {ValueShape} from '../value-shape.ts';

/** A tool of the request that stands for a server's tools: {"type": "mcp_toolset", "mcp_server_name": …}. */
export interface RequestToolset {
  /** The server that it names; null where it names none. */
  readonly server: string | null;
  /** Its place in the request as a person writes it: 'tools[2]'. */
  readonly at: string;
  readonly place: Place;
}

/** What the request says of one server, beyond what every entry says. No values. */
export interface RequestServer {
  /** Place in the list of servers, from 0. */
  readonly index: number;
  readonly isObject: boolean;
  /** Null where it has none, or one that is no text. */
  readonly name: string | null;
  /** The word of "type"; null where it is missing; other values as JSON. */
  readonly type: string | null;
  readonly hasCommand: boolean;
  readonly url: {
    /** 'missing', 'not-text', 'unreadable', or how it begins: 'https', 'http', another scheme. */
    readonly scheme: string;
    readonly host: string;
    /** Where the host name alone leads. 'reserved' for names that no public resolver knows: 'box', 'x.local', 'x.internal'. */
    readonly reach: 'loopback' | 'private' | 'public' | 'reserved' | 'unknown';
  };
  /** Earlier entries of the same name. */
  readonly sameName: readonly Place[];
  readonly toolsets: readonly RequestToolset[];
  /** The shape of "authorization_token"; null where there is none or it is no text. */
  readonly token: ValueShape | null;
  /** "authorization_token" is there and is no text. */
  readonly isTokenOdd: boolean;
  /** White space between the token's own characters. */
  readonly hasSpaceInToken: boolean;
  readonly hasToolConfiguration: boolean;
  /** Keys of the entry that the connector does not take. */
  readonly unknownKeys: readonly string[];
  /** The person said that hosts off the public internet are meant (--allow-private). */
  readonly isPrivateAllowed: boolean;
}

/** A request to the Anthropic Messages API, as far as its MCP connector is concerned. */
export interface RequestEvidence {
  readonly file: string;
  /** Names of beta features, where headers were given or the body holds `betas`; null where nothing was said. */
  readonly betas: readonly string[] | null;
  readonly betasFrom: 'header' | 'body' | null;
  /** Where the body's `betas` stand; null unless they come from the body. */
  readonly betasPlace: Place | null;
  /** What stands under the key of servers. */
  readonly found: 'list' | 'object' | 'other' | 'missing';
  /** 'mcp_servers', or the key under which servers stand instead. */
  readonly key: string;
  readonly place: Place;
  readonly names: readonly string[];
  readonly toolsets: readonly RequestToolset[];
  /** Some entry is written for the first version of the connector. */
  readonly hasToolConfiguration: boolean;
  /** The server that this evidence is about; null where it is about the request as a whole. */
  readonly about: RequestServer | null;
}
