import type {Binding} from '../screen.ts';

type QuestionStage = 'approve' | 'approve-request' | 'ask-status';

const MORE_BELOW = 'There is more of it below. Scroll down to its end first (↓ or PgDn), then press y.';

/** The keys of a question before something is started or sent: only `y` is yes, and only when all of it was on the screen. */
export const questionKeys = <N extends QuestionStage>(yes: string): readonly Binding<N>[] => [
  {
    key: 'y',
    label: yes,
    does: (_stage, context) => (context.isAtEnd ? {send: {type: 'yes'}} : {say: MORE_BELOW}),
  },
  {key: 'n', label: 'no', does: () => ({send: {type: 'no'}})},
  {key: 'enter', label: 'no', does: () => ({send: {type: 'no'}})},
  {key: 'escape', label: 'no', does: () => ({send: {type: 'back'}})},
  {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
];
