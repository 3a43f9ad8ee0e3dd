import type {Receipt} from '../model/change.ts';
import type {Finding, Fix} from '../model/finding.ts';
import type {FixRecord} from '../model/record.ts';
import type {
  Checked,
  ClientChoice,
  Explained,
  LookOptions,
  PastFix,
  Planned,
  Proved,
  Ran,
  RecordDraft,
  Reproduced,
  Reproduction,
  RequestFile,
  Rerun,
  ServerRow,
} from './answers.ts';
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

export interface WizardList {
  readonly rows: readonly ServerRow[];
  /** Where we looked, for the empty list: 'Claude Code: ~/.claude.json'. */
  readonly looked: readonly string[];
  /** Clients that an entry can be looked at as. */
  readonly clients: readonly ClientChoice[];
  /** The practice set-up is open, and nothing here is the person's own. */
  readonly isPractice: boolean;
  /** Repairs that earlier runs were left in the middle of. */
  readonly unfinished?: readonly Unfinished[];
  /** What became of those that cannot be taken up any more; a sentence. */
  readonly said?: string | null;
}
