import type {Receipt} from '../model/change.ts';
import type {Finding, Fix} from '../model/finding.ts';
import type {FixRecord} from '../model/record.ts';
import type {Checked, RecordDraft} from './answers.ts';

/**
 * A wish for I/O, as data. `attempt` comes back with the answer; an answer to an attempt that nobody waits for any more
 * is ignored. `value` and a typed server's `text` may be secret; they are in no state.
 */
export type Request =
  /** Fresh: what is under way is given up, because everything is looked at again. */
  | {readonly kind: 'list'; readonly isFresh: boolean; readonly attempt: number}
  | {readonly kind: 'probe'; readonly key: string; readonly attempt: number; readonly reported: string | null}
  /** Each key has its own attempt: `first` plus its index. */
  | {readonly kind: 'probe-all'; readonly keys: readonly string[]; readonly first: number}
  | {readonly kind: 'cancel'; readonly attempt: number}
  | {readonly kind: 'approve'; readonly key: string; readonly digest: string; readonly attempt: number}
  | {
      readonly kind: 'plan';
      readonly key: string;
      readonly fix: Fix;
      readonly value: string | null;
      readonly attempt: number;
    }
  | {readonly kind: 'apply'; readonly attempt: number}
  | {readonly kind: 'run'; readonly fix: Fix; readonly attempt: number}
  | {
      readonly kind: 'rerun';
      readonly key: string;
      readonly before: Checked;
      readonly reported: string | null;
      readonly attempt: number;
    }
  | {readonly kind: 'prove'; readonly key: string; readonly attempt: number}
  | {readonly kind: 'put-back'; readonly receipt: Receipt; readonly attempt: number}
  | {readonly kind: 'save'; readonly draft: RecordDraft; readonly attempt: number}
  | {readonly kind: 'export'; readonly where: 'own' | 'team'; readonly record: FixRecord; readonly attempt: number}
  | {readonly kind: 'copy'; readonly record: FixRecord; readonly attempt: number}
  | {readonly kind: 'copy-text'; readonly text: string; readonly attempt: number}
  | {
      readonly kind: 'reproduce' | 'rerun-reproduction';
      readonly checked: Checked;
      readonly finding: Finding | null;
      readonly attempt: number;
    }
  | {readonly kind: 'act-as'; readonly key: string; readonly client: string; readonly attempt: number}
  | {readonly kind: 'add'; readonly text: string; readonly attempt: number}
  | {
      readonly kind: 'read-request';
      readonly file: string;
      readonly isPrivateAllowed: boolean;
      readonly attempt: number;
    }
  | {
      readonly kind: 'approve-all';
      readonly yes: readonly {readonly key: string; readonly digest: string}[];
      readonly attempt: number;
    }
  | {readonly kind: 'save-request'; readonly file: string; readonly to: string; readonly attempt: number}
  | {readonly kind: 'forget'; readonly id: string; readonly attempt: number}
  | {readonly kind: 'explain'; readonly text: string; readonly attempt: number}
  | {readonly kind: 'similar'; readonly key: string; readonly finding: Finding; readonly attempt: number}
  | {readonly kind: 'status'; readonly checked: Checked; readonly attempt: number}
  | {readonly kind: 'quit'; readonly code: number};
