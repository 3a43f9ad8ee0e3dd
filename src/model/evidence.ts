import type {CommandEvidence} from './evidence/command.ts';
import type {EntryEvidence} from './evidence/entry.ts';
import type {FileEvidence} from './evidence/file.ts';
import type {HandshakeEvidence, ToolsEvidence} from './evidence/handshake.ts';
import type {LaunchEvidence} from './evidence/launch.ts';
import type {AuthEvidence, HttpEvidence, NetworkEvidence} from './evidence/remote.ts';
import type {ReportedEvidence} from './evidence/reported.ts';
import type {RequestEvidence} from './evidence/request.ts';

export type {
  CommandEvidence,
  FileLook,
  FoundProgram,
  PackageLook,
  PathArgument,
  ProjectLook,
  RuntimeLook,
} from './evidence/command.ts';
export type {EntryEvidence, InputDefinition, InputsTrouble, Sibling, VariableReference} from './evidence/entry.ts';
export {HIDDEN_NAME, placeKey} from './evidence/entry.ts';
export type {FileEvidence, SyntaxTrouble, TextEdit} from './evidence/file.ts';
export type {Frame, HandshakeEvidence, RpcError, SchemaTrouble, ToolsEvidence} from './evidence/handshake.ts';
export type {FrameOddity, LaunchEvidence, NoiseLine} from './evidence/launch.ts';
export type {
  AuthEvidence,
  ErrorLink,
  Exchange,
  HttpEvidence,
  NetworkEvidence,
  OAuthHop,
  Timings,
  Trial,
} from './evidence/remote.ts';
export type {ReportedEvidence} from './evidence/reported.ts';
export type {RequestEvidence, RequestServer, RequestToolset} from './evidence/request.ts';

/** The sections of evidence, by the question that was asked. */
export interface Sections {
  readonly reported: ReportedEvidence;
  readonly file: FileEvidence;
  readonly entry: EntryEvidence;
  readonly request: RequestEvidence;
  readonly command: CommandEvidence;
  readonly launch: LaunchEvidence;
  readonly network: NetworkEvidence;
  readonly http: HttpEvidence;
  readonly auth: AuthEvidence;
  readonly handshake: HandshakeEvidence;
  readonly tools: ToolsEvidence;
}
export type SectionName = keyof Sections;

/** A question that was not asked, and why: 'not needed for a remote server', 'the command was not found'. */
export interface Skipped {
  readonly skipped: string;
}

type Asked = {readonly [K in SectionName]?: Sections[K] | Skipped};

/**
 * What was seen; never what it means. Plain JSON, redacted and printable where it is made.
 * A missing section was never thought of (a file has no handshake); a skipped one was, and was not asked.
 */
export type Evidence = Asked & {
  /** The machine, as far as it may be told: nothing secret. */
  readonly machine: {
    readonly platform: 'linux' | 'darwin' | 'win32';
    readonly node: string;
    readonly home: string;
    readonly nowMs: number;
  };
  /** The time that each asked section took, in milliseconds. */
  readonly durations?: Readonly<Partial<Record<SectionName, number>>>;
  /** Wall-clock limit that was given to the whole investigation, and whether it ended it. */
  readonly limitMs?: number;
  readonly limitHit?: boolean;
};

export const isSkipped = (section: object): section is Skipped => 'skipped' in section;

/** A section that was really asked; undefined where it was skipped or never thought of. */
export const seen = <K extends SectionName>(evidence: Evidence, name: K): Sections[K] | undefined => {
  const asked: Asked = evidence;
  const section: Sections[K] | Skipped | undefined = asked[name];
  if (section === undefined || isSkipped(section)) return undefined;
  return section;
};
