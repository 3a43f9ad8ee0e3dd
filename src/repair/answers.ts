import type {ChangePreview} from '../model/change.ts';
import type {Evidence} from '../model/evidence.ts';
import type {Confidence, Finding} from '../model/finding.ts';
import type {Investigation, ServerStatus, UncheckedBecause} from '../model/investigation.ts';
import type {FixRecord} from '../model/record.ts';
import type {Transport} from '../model/server.ts';
import type {FailureClass, Step} from '../model/step.ts';
import type {Verdict} from '../model/verdict.ts';

/** A client that an entry can be looked at as. */
export interface ClientChoice {
  readonly id: string;
  readonly name: string;
}

/** A request to the Messages API, known from its text alone. */
export interface RequestFile {
  /** As it was named, made absolute. */
  readonly file: string;
  /** What is wrong in the request as a whole. */
  readonly findings: readonly Finding[];
  /** In the order of `mcp_servers`. */
  readonly rows: readonly ServerRow[];
  /** Servers on this machine or a private network are asked too. */
  readonly isPrivateAllowed: boolean;
}

/** A fix of the same failure, and whose record tells of it. */
export interface PastFix {
  readonly record: FixRecord;
  readonly from: 'own' | 'team';
}

/** Lines for a POSIX shell; null where nothing has to be started to see the failure. No secret: those are variables. */
export interface Reproduction {
  readonly text: string | null;
  readonly variables: readonly string[];
  readonly notes: readonly string[];
}

/** What running it showed; `isSame` is null where it was not run. */
export interface Reproduced {
  readonly isSame: boolean | null;
  readonly words: string;
}

export interface LookOptions {
  readonly reported: string | null;
  /** It is this look's turn; the port queues looks, at most as many at a time as the machine bears. */
  readonly onStart: () => void;
  /** A step of the ladder has its answer; `ms` is the time that it took. */
  readonly onStep: (step: Step, ms: number) => void;
  readonly signal: AbortSignal;
}

/** One line of the first screen, known from the files alone. */
export interface ServerRow {
  /** `ServerEntry.key`, or the path for a file that hides its servers. Unique. */
  readonly key: string;
  readonly kind: 'server' | 'file';
  readonly name: string;
  readonly client: string;
  readonly clientName: string;
  readonly scope: string;
  readonly file: string;
  readonly line: number;
  readonly transport: Transport;
  /** The command line or the URL in one line, as a person would write it. '' for a file. */
  readonly launch: string;
  /** Other programs of this machine that take servers from the same file. */
  readonly alsoReadBy: readonly string[];
  /** Why the client itself would not start it: 'disabled', 'shadowed' …; null when it would. */
  readonly standing: UncheckedBecause | null;
  readonly isApproved: boolean;
  readonly question: ApprovalQuestion;
}

/** What the person is asked before anything is started or sent. Whole and unabridged. */
export interface ApprovalQuestion {
  /** 64 hex digits. '' for a file row, which is never asked about. */
  readonly digest: string;
  /** Each argument for itself, printable; [] for a URL. */
  readonly argv: readonly string[];
  readonly url: string | null;
  readonly cwd: string | null;
  /** Names only. */
  readonly envNames: readonly string[];
  readonly headerNames: readonly string[];
  /** A command that the client runs to make headers; whole. */
  readonly headersHelper: string | null;
  /** A file that a repository brings along names it: more care is due. */
  readonly isProjectFile: boolean;
  /** npx, uvx, docker run …: may download code first. */
  readonly mayDownload: boolean;
}

/** An investigation without the entry, which holds secrets. */
export interface Checked extends Omit<Investigation, 'entry'> {
  readonly key: string;
  /** Of the provider, where the server fails as in an outage and its provider is known. */
  readonly statusPage?: ProviderPage | null;
}

/** A provider's public status page. */
export interface ProviderPage {
  readonly provider: string;
  /** For people. */
  readonly page: string;
  /** The host that is asked after a yes; null where a program cannot read the page, or nobody may be asked (`--offline`). */
  readonly host: string | null;
}

export interface Rerun {
  readonly checked: Checked;
  readonly verdict: Verdict;
  /** The row as it stands after the change; where the answer is 'untrusted', the yes is asked for exactly that. */
  readonly server?: ServerRow;
}

export type Planned =
  | {readonly kind: 'planned'; readonly preview: ChangePreview}
  /** `needsValue` is the label of the value that is missing: 'the token of notes'. */
  | {readonly kind: 'refused'; readonly why: string; readonly needsValue: string | null};

export interface Ran {
  readonly exitCode: number | null;
  readonly output: string;
  readonly ms: number;
}

export interface Proved {
  readonly isOk: boolean;
  readonly tools: number | null;
  /** '@modelcontextprotocol/sdk 1.32.2'. */
  readonly by: string;
  readonly error: string | null;
  readonly ms: number;
}

/** The same shape as `explain --json` gives. */
export interface Explained {
  readonly id: string;
  readonly class: FailureClass;
  readonly title: string;
  readonly confidence: Confidence;
  readonly matched: string;
  readonly waitingHelps: boolean;
  readonly fixes: readonly string[];
}

/** A record without what only the world knows. `evidence` is for its environment (versions, command path, protocol). */
export interface RecordDraft {
  readonly key: string;
  readonly finding: Finding | null;
  readonly evidence: Evidence;
  readonly record: Omit<FixRecord, 'schemaVersion' | 'id' | 'at' | 'environment' | 'fingerprint'>;
}

export type RowStatus = ServerStatus | 'waiting' | 'checking' | 'unasked';
