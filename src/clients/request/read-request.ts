import type {EntryEvidence, FileEvidence, RequestEvidence} from '../../model/evidence.ts';
import type {Host} from '../../model/host.ts';
import {printable} from '../../model/printable.ts';
import {createRedactor} from '../../model/redact.ts';
import type {ServerEntry} from '../../model/server.ts';
import type {ValueShape} from '../../model/value-shape.ts';
import type {Candidate} from '../candidate.ts';
import type {Disk} from '../disk.ts';
import {entriesOf} from '../entries-of.ts';
import {entryEvidenceOf} from '../entry/entry-evidence.ts';
import {placesOf} from '../places.ts';
import {readConfigFile} from '../read-file.ts';
import type {TreeNode} from '../text/tree.ts';
import {anthropicApi, requestFile} from './anthropic-api.ts';
import {outlineOf, type ToolReference, toolReferencesIn} from './request-outline.ts';
import {type HostReach, nameIn, requestServerOf, secretsOfToken, tokenIn} from './request-server.ts';

/** One server of a request: as a server of any client, and what only a request says of it. */
export interface RequestedServer {
  readonly entry: ServerEntry;
  readonly evidence: EntryEvidence;
  readonly request: RequestEvidence;
}

/** A request that was read. `text` and `root` hold secrets. */
export interface ReadRequest {
  readonly file: FileEvidence;
  /** The decoded text, without a byte order mark, and its tree; null where it does not parse. */
  readonly text: string;
  readonly root: TreeNode | null;
  readonly whole: RequestEvidence;
  readonly references: readonly ToolReference[];
  readonly servers: readonly RequestedServer[];
}

export interface ReadRequestOptions {
  readonly host: Host;
  /** How the request is called in places: its path, or '-'. */
  readonly file: string;
  /** 'Name: value' lines that go along with the request; null where none were given. */
  readonly headers: readonly string[] | null;
  readonly reachOf: HostReach;
  readonly isPrivateAllowed: boolean;
}

/** Reads a request to the Messages API. Pure but for its parsers being loaded; never throws for what stands in it. */
export const readRequest = async (bytes: Buffer, options: ReadRequestOptions): Promise<ReadRequest> => {
  const {host, file: path} = options;
  const [file] = requestFile(path);
  const read = file === undefined ? null : await readConfigFile(file, path, anthropicApi, diskOf(bytes, path));
  if (read === null) throw new Error('a request that is there was not read');
  const outline = outlineOf(read, options.headers);
  const isList = outline.found === 'list' && outline.key === 'mcp_servers';
  const candidates = isList ? entriesOf(anthropicApi, read, placesOf(host, [])) : [];
  const names = candidates.map(({entry}) => nameIn(entry.raw));
  const places = candidates.map(({entry}) => ({file: path, line: entry.line, column: entry.column}));
  const servers = candidates.map((candidate, index): RequestedServer => {
    const entry = withToken(candidate.entry);
    const beside = {index, names, places, outline, context: candidate.context};
    const about = requestServerOf(entry.raw, {
      ...beside,
      reachOf: options.reachOf,
      isPrivateAllowed: options.isPrivateAllowed,
    });
    return {entry, evidence: evidenceOf(entry, candidate, about.token), request: {...outline, about}};
  });
  const {root} = read.document;
  const whole = {...outline, about: null};
  return {file: read.evidence, text: read.text, root, whole, references: toolReferencesIn(root), servers};
};

/**
 * As the connector would call it: the token goes along as a bearer and is hidden in every text; an entry that names a
 * program is none of a remote server, and nothing of a request is ever started.
 */
const withToken = (entry: ServerEntry): ServerEntry => {
  const token = tokenIn(entry.raw) ?? '';
  const secrets = [...new Set([...entry.secrets, ...secretsOfToken(token)])].sort((a, b) => b.length - a.length);
  if (entry.launch?.kind !== 'remote') return {...entry, secrets, transport: 'unknown', launch: null};
  const headers: Record<string, string> = token.trim() === '' ? {} : {Authorization: `Bearer ${token}`};
  return {...entry, secrets, launch: {...entry.launch, headers}};
};

const evidenceOf = (entry: ServerEntry, {read, context}: Candidate, token: ValueShape | null): EntryEvidence => {
  const evidence = entryEvidenceOf(entry, read, context, {siblings: [], isTracked: null});
  const redactor = createRedactor(entry.secrets);
  const clean = (text: string): string => printable(redactor.text(text));
  const hasToken = entry.launch?.kind === 'remote' && 'Authorization' in entry.launch.headers;
  return {
    ...evidence,
    url: evidence.url === null ? null : clean(evidence.url),
    headerNames: hasToken ? ['Authorization'] : [],
    // As it is sent: the connector puts the scheme in front.
    values: token === null ? evidence.values : [...evidence.values, {...token, scheme: token.scheme ?? 'Bearer'}],
  };
};

/** The bytes under the name of the file, so that a request is read as every configuration is. */
const diskOf = (bytes: Buffer, path: string): Disk => ({
  read: async () => ({kind: 'bytes', bytes, realPath: path, mode: 0o600, mtimeMs: 0}),
  list: async () => [],
  status: async () => ({
    exists: true,
    kind: 'file',
    isExecutable: false,
    isReadable: true,
    bytes: bytes.length,
    mode: 0o600,
    realPath: path,
  }),
});
