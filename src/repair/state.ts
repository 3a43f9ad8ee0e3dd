import type {ChangePreview, Receipt} from '../model/change.ts';
import type {Finding, Fix} from '../model/finding.ts';
import type {FixRecord} from '../model/record.ts';
import type {FailureClass, Step} from '../model/step.ts';
import type {Verdict} from '../model/verdict.ts';
import type {
  Checked,
  ClientChoice,
  Explained,
  PastFix,
  Proved,
  Ran,
  Reproduced,
  Reproduction,
  RequestFile,
  RowStatus,
  ServerRow,
} from './answers.ts';
import type {Hint} from './kept-outside.ts';

/** A line of the first screen, and what is known of it by now. */
export interface Row {
  readonly server: ServerRow;
  /** The attempt whose answer this row waits for; 0 for none. */
  readonly attempt: number;
  readonly status: RowStatus;
  readonly checked: Checked | null;
}

/** The error, word for word, and what triggered it. */
export interface Captured {
  readonly text: string;
  readonly source: 'pasted' | 'log' | 'stdin' | 'probe';
  readonly trigger: string;
}

interface Disagreement {
  readonly class: FailureClass;
  readonly id: string | null;
}

/** What is known of the server that is being mended, from before any change. */
export interface Case {
  readonly server: ServerRow;
  readonly checked: Checked;
  readonly captured: Captured | null;
  /** The finding that is being worked on; null where nothing known fits. */
  readonly finding: Finding | null;
  readonly disagreed: Disagreement | null;
  /** Ids of fixes that were tried and did not help. */
  readonly tried: readonly string[];
  readonly similar: readonly PastFix[];
  /** What the provider says of itself on its status page, in lines; none before it was asked. */
  readonly providerSays: readonly string[];
}

type EditFix = Extract<Fix, {kind: 'edit'}>;
type RunFix = Extract<Fix, {kind: 'run'}>;
type AdviceFix = Extract<Fix, {kind: 'advice'}>;

/** A change that was shown and waits for its yes. Nothing has happened. */
export type Plan =
  /** `hint` is what the person does beside it, where the file only refers to the value. */
  | {readonly kind: 'edit'; readonly fix: EditFix; readonly preview: ChangePreview; readonly hint: Hint | null}
  | {readonly kind: 'run'; readonly fix: RunFix}
  | {readonly kind: 'advice'; readonly fix: AdviceFix};

/** The ONE change that was made and is not decided yet. There is no place in any stage for a second one. */
export type Pending =
  | {
      readonly kind: 'edit';
      readonly fix: EditFix;
      readonly preview: ChangePreview;
      readonly hint: Hint | null;
      readonly receipt: Receipt;
    }
  | {readonly kind: 'run'; readonly fix: RunFix; readonly ran: Ran}
  | {readonly kind: 'advice'; readonly fix: AdviceFix};

export interface Done {
  readonly step: Step;
  readonly ms: number;
}

/** A change that is made, and not looked at yet. */
export interface Made {
  readonly case: Case;
  readonly pending: Pending;
}

/** A change, and what the same action says after it. */
export interface Outcome {
  readonly case: Case;
  readonly pending: Pending;
  readonly after: Checked | null;
  readonly verdict: Verdict;
  readonly proof: Proved | null;
}

/** Where the person is; each stage holds exactly what it knows. `attempt` is the answer that it waits for. */
export type Stage =
  | {readonly at: 'loading'; readonly attempt: number}
  | {readonly at: 'pick'}
  /** The path of a request to the Messages API is typed. */
  | {readonly at: 'naming-request'}
  | {readonly at: 'reading-request'; readonly attempt: number}
  | {readonly at: 'request'; readonly request: RequestFile}
  /** One question for all servers of a request that nobody approved yet. */
  | {readonly at: 'approve-request'; readonly request: RequestFile; readonly servers: readonly ServerRow[]}
  | {
      readonly at: 'approving-request';
      readonly request: RequestFile;
      readonly servers: readonly ServerRow[];
      readonly attempt: number;
    }
  /** The name of the file for the request without the servers that fail. */
  | {readonly at: 'naming-copy'; readonly request: RequestFile}
  | {readonly at: 'saving-copy'; readonly request: RequestFile; readonly attempt: number}
  /** A repair of an earlier run, before the person goes on with it, ends it or forgets it. */
  | {readonly at: 'unfinished'; readonly of: Unfinished}
  | {readonly at: 'paste'; readonly case: Case | null}
  /** A URL or a command is typed; its text may hold a secret, so it is in no stage. */
  | {readonly at: 'typing'}
  | {readonly at: 'adding'; readonly attempt: number}
  | {readonly at: 'explaining'; readonly text: string; readonly case: Case | null; readonly attempt: number}
  | {
      readonly at: 'explained';
      readonly text: string;
      readonly case: Case | null;
      readonly matches: readonly Explained[];
    }
  /** `made` is the change after which it is asked again: what would start is not what the yes was for. */
  | {readonly at: 'approve'; readonly server: ServerRow; readonly made: Made | null}
  | {readonly at: 'approving'; readonly server: ServerRow; readonly made: Made | null; readonly attempt: number}
  | {
      readonly at: 'probing';
      readonly server: ServerRow;
      readonly done: readonly Done[];
      readonly attempt: number;
    }
  | {readonly at: 'ladder'; readonly case: Case}
  /** The client is chosen as which the same entry is looked at. */
  | {readonly at: 'as-client'; readonly case: Case}
  | {readonly at: 'acting'; readonly case: Case; readonly attempt: number}
  /** The reproduction is made, and run to see that it shows the same. */
  | {
      readonly at: 'reproducing';
      readonly case: Case;
      readonly from: 'ladder' | 'classify';
      readonly repro: Reproduction | null;
      readonly attempt: number;
    }
  | {
      readonly at: 'repro';
      readonly case: Case;
      readonly from: 'ladder' | 'classify';
      readonly repro: Reproduction;
      readonly ran: Reproduced;
    }
  | {readonly at: 'capture'; readonly case: Case}
  | {readonly at: 'classify'; readonly case: Case}
  /** The provider's own status page, before it is asked. */
  | {readonly at: 'ask-status'; readonly case: Case}
  | {readonly at: 'asking-status'; readonly case: Case; readonly attempt: number}
  | {readonly at: 'disagree'; readonly case: Case}
  | {readonly at: 'change'; readonly case: Case}
  | {readonly at: 'value'; readonly case: Case; readonly fix: EditFix; readonly label: string}
  | {
      readonly at: 'planning';
      readonly case: Case;
      readonly fix: EditFix;
      readonly hint: Hint | null;
      readonly isValueGiven: boolean;
      readonly attempt: number;
    }
  | {readonly at: 'confirm'; readonly case: Case; readonly plan: Plan; readonly isValueGiven: boolean}
  | {readonly at: 'changing'; readonly case: Case; readonly plan: Plan; readonly attempt: number}
  | {
      readonly at: 'rerunning';
      readonly case: Case;
      readonly pending: Pending;
      readonly done: readonly Done[];
      readonly attempt: number;
    }
  | {readonly at: 'proving'; readonly outcome: Outcome; readonly attempt: number}
  | {readonly at: 'verdict'; readonly outcome: Outcome}
  /** The person wants to go away from a change that is not decided. */
  | {readonly at: 'leave'; readonly outcome: Outcome; readonly to: 'change' | 'quit'}
  | {
      readonly at: 'putting-back';
      readonly outcome: Outcome;
      readonly to: 'change' | 'pick' | 'quit';
      readonly record: FixRecord | null;
      readonly attempt: number;
    }
  | {readonly at: 'record'; readonly outcome: Outcome}
  | {readonly at: 'saving'; readonly outcome: Outcome; readonly attempt: number}
  | {
      readonly at: 'done';
      readonly outcome: Outcome;
      readonly record: FixRecord;
      readonly exported: string | null;
    }
  /** `left` is a change that stays in place undecided, for the last line on the terminal. */
  | {readonly at: 'ended'; readonly code: number; readonly left: Pending | null};

/** A repair that an earlier run was left in the middle of. */
export interface Unfinished {
  /** Its name in our store. */
  readonly id: string;
  /** When it was left; ISO 8601, UTC. */
  readonly at: string;
  /** Where it goes on. */
  readonly stage: MidRepair;
  readonly reported: string | null;
}

export type StageName = Stage['at'];
/** The stages that a repair can be taken up at. */
export type MidRepair = StageAt<'capture' | 'classify' | 'disagree' | 'change' | 'value' | 'verdict' | 'record'>;
export type StageAt<N extends StageName> = Extract<Stage, {at: N}>;

/** The whole repair. Plain JSON without a secret: it can be saved and resumed. */
export interface State {
  /** The last attempt number that was given out. */
  readonly attempt: number;
  /** The attempt of a question beside the stage (similar records, an export, the list again); 0 for none. */
  readonly side: number;
  readonly rows: readonly Row[];
  /** The request that was opened last; null where none was. */
  readonly request: RequestFile | null;
  /** Repairs of earlier runs that nobody ended; newest first, those with a change in place before the others. */
  readonly unfinished: readonly Unfinished[];
  readonly looked: readonly string[];
  readonly clients: readonly ClientChoice[];
  readonly isPractice: boolean;
  /** A change whose value does not stand any more, and what to do about it. */
  readonly lost: {readonly receipt: string; readonly note: string} | null;
  /** What the person pasted, word for word. */
  readonly reported: string | null;
  readonly stage: Stage;
  /** One sentence above the keys: a trouble, or what was just done. */
  readonly notice: string | null;
}
