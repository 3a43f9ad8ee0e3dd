import type {Receipt} from '../model/change.ts';
import type {FixRecord} from '../model/record.ts';
import type {FailureClass, Step} from '../model/step.ts';
import type {Checked, Explained, Planned, Proved, Ran, Rerun, ServerRow, WizardList} from './ports.ts';

/** What the person does. */
export type PersonEvent =
  | {readonly type: 'choose'; readonly key: string}
  | {readonly type: 'paste'}
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
  | {readonly type: 'say-class'; readonly class: FailureClass}
  | {readonly type: 'say-finding'; readonly index: number}
  | {readonly type: 'choose-fix'; readonly id: string}
  | {readonly type: 'value'; readonly value: string}
  | {readonly type: 'keep'}
  | {readonly type: 'put-back'}
  | {readonly type: 'try-next'}
  | {readonly type: 'save'; readonly title: string; readonly note: string; readonly tags: readonly string[]}
  | {readonly type: 'export'; readonly where: 'own' | 'team'}
  | {readonly type: 'copy'}
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
  | {readonly type: 'copied'}
  | {readonly type: 'explained'; readonly matches: readonly Explained[]}
  | {readonly type: 'similar'; readonly records: readonly FixRecord[]}
  | {readonly type: 'trouble'; readonly message: string}
);

export type Event = PersonEvent | AnswerEvent;
