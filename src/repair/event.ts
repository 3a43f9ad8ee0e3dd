import type {Change, Receipt} from '../model/change.ts';
import type {FixRecord} from '../model/record.ts';
import type {FailureClass, Step} from '../model/step.ts';
import type {
  Checked,
  Explained,
  PastFix,
  Planned,
  Proved,
  Ran,
  Reproduced,
  Reproduction,
  RequestFile,
  Rerun,
  ServerRow,
} from './answers.ts';
import type {Hint} from './kept-outside.ts';
import type {WizardList} from './ports.ts';

/** What the person does. */
export type PersonEvent =
  | {readonly type: 'choose'; readonly key: string}
  | {readonly type: 'paste'}
  /** Opens a repair that an earlier run was left in the middle of. */
  | {readonly type: 'open-unfinished'; readonly id: string}
  | {readonly type: 'forget'}
  /** A request to the Messages API is named by its file. */
  | {readonly type: 'open-request'}
  /** Shows every address of a request, to be asked all at once. */
  | {readonly type: 'ask-all'}
  | {readonly type: 'allow-private'}
  | {readonly type: 'save-copy'}
  /** Names a server by hand. */
  | {readonly type: 'add'}
  | {readonly type: 'submit-text'; readonly text: string}
  | {readonly type: 'yes'}
  | {readonly type: 'no'}
  /** On to the next screen, whatever that is here. */
  | {readonly type: 'next'}
  | {readonly type: 'back'}
  | {readonly type: 'again'}
  | {readonly type: 'disagree'}
  /** Opens the question whether the provider's status page may be read. */
  | {readonly type: 'ask-status'}
  | {readonly type: 'say-class'; readonly class: FailureClass}
  | {readonly type: 'say-finding'; readonly index: number}
  | {readonly type: 'choose-fix'; readonly id: string}
  | {readonly type: 'value'; readonly value: string; readonly hint: Hint | null}
  /** Another setting in place of the one that asks for a value. */
  | {readonly type: 'instead'; readonly title: string; readonly change: Change; readonly hint: Hint}
  | {readonly type: 'keep'}
  | {readonly type: 'put-back'}
  | {readonly type: 'try-next'}
  | {readonly type: 'save'; readonly title: string; readonly note: string; readonly tags: readonly string[]}
  | {readonly type: 'export'; readonly where: 'own' | 'team'}
  | {readonly type: 'copy'}
  /** The shortest thing that shows it outside of mcp-fix. */
  | {readonly type: 'reproduce'}
  /** Looks at the same entry as another client would. */
  | {readonly type: 'act-as'}
  | {readonly type: 'quit'}
  /** Ctrl-C or a signal: ends at once, whatever is pending. */
  | {readonly type: 'interrupt'};

/** What the world answers. */
export type AnswerEvent = {readonly attempt: number} & (
  | {readonly type: 'listed'; readonly list: WizardList}
  | {readonly type: 'probing'; readonly key: string}
  | {readonly type: 'progress'; readonly step: Step; readonly ms: number}
  | {readonly type: 'checked'; readonly checked: Checked}
  | {readonly type: 'approved'}
  | {readonly type: 'added'; readonly server: ServerRow}
  | {readonly type: 'planned'; readonly plan: Planned}
  | {readonly type: 'applied'; readonly receipt: Receipt}
  | {readonly type: 'ran'; readonly ran: Ran}
  | {readonly type: 'rerun'; readonly rerun: Rerun}
  | {readonly type: 'proved'; readonly proof: Proved}
  | {readonly type: 'was-put-back'; readonly note: string}
  | {readonly type: 'saved'; readonly record: FixRecord}
  | {readonly type: 'exported'; readonly path: string}
  | {readonly type: 'forgotten'}
  | {readonly type: 'request-read'; readonly request: RequestFile}
  | {readonly type: 'request-saved'; readonly note: string}
  | {readonly type: 'copied'; readonly what: 'record' | 'lines'}
  | {readonly type: 'reproduced'; readonly repro: Reproduction}
  | {readonly type: 'reproduction-ran'; readonly ran: Reproduced}
  /** What a change wrote does not stand any more; `attempt` is 0, because nobody asked. */
  | {readonly type: 'lost'; readonly receipt: string; readonly note: string}
  | {readonly type: 'explained'; readonly matches: readonly Explained[]}
  | {readonly type: 'similar'; readonly records: readonly PastFix[]}
  | {readonly type: 'status-told'; readonly lines: readonly string[]}
  | {readonly type: 'trouble'; readonly message: string}
);

export type Event = PersonEvent | AnswerEvent;
