import type {Change} from './change.ts';
import type {Place} from './server.ts';
import type {FailureClass, Step} from './step.ts';

export type Confidence = 'certain' | 'likely' | 'possible';

/** Something seen, word for word, with the words that decide it. */
export interface EvidenceLine {
  readonly label: string;
  readonly text: string;
  /** A part of `text` to be marked. */
  readonly deciding?: string;
}

/** One thing that may mend it. Exactly one of: a change of one setting, one command, a word of advice. */
export type Fix =
  | {readonly id: string; readonly title: string; readonly kind: 'edit'; readonly change: Change}
  | {
      readonly id: string;
      readonly title: string;
      readonly kind: 'run';
      readonly command: readonly string[];
      readonly cwd?: string;
    }
  | {readonly id: string; readonly title: string; readonly kind: 'advice'};

/** A failure that was found, with the names of here and now. */
export interface Finding {
  readonly id: string;
  readonly class: FailureClass;
  readonly severity: 'error' | 'warning';
  readonly step: Step;
  readonly title: string;
  readonly cause: string;
  readonly evidence: readonly EvidenceLine[];
  readonly confidence: Confidence;
  readonly waitingHelps: boolean;
  readonly location?: Place;
  readonly fixes: readonly Fix[];
}

/** What one rule says of the evidence. A crash of a rule is never a diagnosis. */
export type Opinion =
  | {readonly id: string; readonly answer: 'found'; readonly finding: Finding}
  | {readonly id: string; readonly answer: 'clear'}
  | {readonly id: string; readonly answer: 'not-checked'; readonly because: string}
  | {readonly id: string; readonly answer: 'crashed'; readonly message: string};

/** The whole answer about one subject. `findings[0]` is the root cause. */
export interface Diagnosis {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly {readonly id: string; readonly because: string}[];
  readonly crashed: readonly {readonly id: string; readonly message: string}[];
}
