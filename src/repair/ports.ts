import type {ChangePreview, Receipt} from '../model/change.ts';
import type {Evidence} from '../model/evidence.ts';
import type {Confidence, Finding, Fix} from '../model/finding.ts';
import type {Investigation, ServerStatus, UncheckedBecause} from '../model/investigation.ts';
import type {FixRecord} from '../model/record.ts';
import type {Transport} from '../model/server.ts';
import type {FailureClass, Step} from '../model/step.ts';
import type {Verdict} from '../model/verdict.ts';
import type {Unfinished} from './state.ts';

/**
 * Everything that the wizard asks of the world. Implemented in commands/, in memory in tests. Every text that comes
 * through here is redacted and printable already. A promise that rejects becomes a sentence on the screen: the error's
 * message, so a port throws `UserError`. A port that is told to stop by its signal may reject or answer; both are ignored.
 */
export interface Ports extends RepairPorts {
  /** Forgets a repair that an earlier run was left in the middle of; what it changed stays. */
  readonly forget: (id: string) => Promise<void>;
  /**
   * Reads a request to the Messages API from a file that the person names; its servers are rows from then on, also in
   * `list`. Sends nothing. Rejects a file that cannot be read.
   */
  readonly readRequest: (file: string, isPrivateAllowed: boolean) => Promise<RequestFile>;
  /**
   * Writes the request without the servers that failed to a new file. Answers with a sentence that names it; rejects where
   * no request would work, and a file that is there already.
   */
  readonly saveRequest: (file: string, to: string) => Promise<string>;
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

/** What the repair of one server asks. */
export interface RepairPorts {
  /** Milliseconds since 1970; only for "how long has this been running". */
  readonly now: () => number;
  /** From the files alone: starts nothing, sends nothing. The first frame waits for it. */
  readonly list: () => Promise<WizardList>;
  /**
   * Looks at one row: the whole ladder for a server, the file itself for a file row. Never starts a server whose digest
   * is not approved: answers status 'unchecked' because 'untrusted' instead. Reads the configuration again each time.
   * Two looks at one key never overlap: the second waits until the first, which was told to stop, has ended.
   * `reported` is what the person pasted before, to be put into the evidence.
   */
  readonly investigate: (key: string, options: LookOptions) => Promise<Checked>;
  /**
   * Takes what a person typed, a URL or a command, as a server of this run; it stands in no file. Starts nothing. Its row
   * is in `list` from then on. Rejects a text that can be neither.
   */
  readonly typed: (text: string) => Promise<ServerRow>;
  /** Remembers the yes to exactly what was shown. Rejects when the digest is no longer the entry's. */
  readonly approve: (key: string, digest: string) => Promise<void>;
  /** Works out what the fix's change would do, and remembers that plan as the ONE that `apply` may write. */
  readonly plan: (key: string, fix: Fix, value: string | null) => Promise<Planned>;
  /** Writes the last plan. */
  readonly apply: () => Promise<Receipt>;
  /** Runs the command of a fix of kind 'run' (no shell), bounded; `output` is its last lines. */
  readonly runCommand: (fix: Fix, signal: AbortSignal) => Promise<Ran>;
  /** The same investigation again, compared with the one from before the change. */
  readonly rerun: (key: string, before: Checked, options: LookOptions) => Promise<Rerun>;
  /** A real client connects and lists the tools. Only asked when the rerun says 'fixed' and the row is a server. */
  readonly prove: (key: string, signal: AbortSignal) => Promise<Proved>;
  /** Puts the exact old bytes back. Answers with one sentence that says what was done. */
  readonly putBack: (receipt: Receipt) => Promise<string>;
  /** Earlier records of the same failure of the same server, own and the team's, newest first. */
  readonly similar: (key: string, finding: Finding) => Promise<readonly PastFix[]>;
  /** What a pasted error text means; best match first. Offline. */
  readonly explain: (text: string) => Promise<readonly Explained[]>;
  /** Adds id, time, environment and fingerprint, and writes the record. */
  readonly save: (draft: RecordDraft) => Promise<FixRecord>;
  /**
   * As markdown: the person's whole fix log, or this record added to `docs/mcp-fixes.md` of the project. Answers with its
   * path.
   */
  readonly exportMarkdown: (where: 'own' | 'team', record: FixRecord) => Promise<string>;
  /** Reads the status page of a look, after the person's yes to it; what it says, in lines. */
  readonly providerStatus: (checked: Checked, signal: AbortSignal) => Promise<readonly string[]>;
  /** The record as markdown, for the clipboard. */
  readonly markdownOf: (record: FixRecord) => Promise<string>;
  /**
   * Watches what a change wrote, in this run or an earlier one, until told to stop: a sentence as soon as it does not stand
   * any more.
   */
  readonly watch: (key: string, receipt: Receipt, signal: AbortSignal) => Promise<string | null>;
  /** The shortest thing that shows the finding outside of mcp-fix. Starts nothing. */
  readonly reproduce: (checked: Checked, finding: Finding | null) => Promise<Reproduction>;
  /** Does by itself what the reproduction does, for an approved server, and compares it with what the look saw. */
  readonly rerunReproduction: (checked: Checked, finding: Finding | null, signal: AbortSignal) => Promise<Reproduced>;
  /** The same entry as another client would read and start it: a row of its own, with its own yes. Starts nothing. */
  readonly actAs: (key: string, client: string) => Promise<ServerRow>;
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

export interface WizardList {
  readonly rows: readonly ServerRow[];
  /** Where we looked, for the empty list: 'Claude Code: ~/.claude.json'. */
  readonly looked: readonly string[];
  /** Clients that an entry can be looked at as. */
  readonly clients: readonly {readonly id: string; readonly name: string}[];
  /** The practice set-up is open, and nothing here is the person's own. */
  readonly isPractice: boolean;
  /** Repairs that earlier runs were left in the middle of. */
  readonly unfinished?: readonly Unfinished[];
  /** What became of those that cannot be taken up any more; a sentence. */
  readonly said?: string | null;
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
  /** The row as it stands after the change: needed where the answer is 'untrusted', to ask for the yes to exactly that. */
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
