import type {OnboardEvent, OnboardStage, OnboardState} from '../../repair/onboard/state.ts';
import type {KeyName} from '../screen.ts';
import {isAsked, needAt, valueTrouble} from './onboard-view.ts';

/** What a key leads to: news for the walk, or something that only the screen knows. */
type OnboardAction = {readonly send: OnboardEvent} | {readonly say: string} | {readonly toggle: 'isShown'};

export interface OnboardKey {
  readonly key: KeyName;
  readonly label: string;
  readonly does: (at: {readonly value: string; readonly isAtEnd: boolean}) => OnboardAction;
}

const sends =
  (event: OnboardEvent): OnboardKey['does'] =>
  () => ({send: event});

const QUIT: OnboardKey = {key: 'q', label: 'quit; it goes on here next time', does: sends({type: 'quit'})};
const LEAVE: OnboardKey = {key: 'escape', label: 'leave', does: sends({type: 'quit'})};

/** Only `y` is yes, and only when all of the question was on the screen. */
const YES: OnboardKey = {
  key: 'y',
  label: 'yes',
  does: ({isAtEnd}) =>
    isAtEnd
      ? {send: {type: 'yes'}}
      : {say: 'There is more of it below. Scroll down to its end first (↓ or PgDn), then press y.'},
};

const enter = (label: string, event: OnboardEvent): OnboardKey => ({key: 'enter', label, does: sends(event)});
const AGAIN: OnboardKey = {key: 'l', label: 'look again', does: sends({type: 'again'})};

const no = (label: string): readonly OnboardKey[] =>
  (['n', 'enter', 'escape'] as const).map((key) => ({key, label, does: sends({type: 'skip'})}));

/** The keys of each screen: the footer, the hands and docs/keys.md use the same tables. */
export const ONBOARD_SCREENS = {
  overview: {
    name: 'Onboarding: what the project needs',
    keys: [enter('begin', {type: 'next'}), AGAIN, LEAVE, QUIT],
    fields: [],
  },
  ask: {
    name: 'Onboarding: a value is missing',
    keys: [
      {
        key: 'enter',
        label: 'write it down',
        does: ({value}) => {
          const trouble = valueTrouble(value);
          return trouble === null ? {send: {type: 'value', value}} : {say: trouble};
        },
      },
      {key: 'ctrl-r', label: 'show or hide it', does: () => ({toggle: 'isShown'})},
      {key: 'escape', label: 'put it off', does: sends({type: 'skip'})},
    ],
    fields: ['value'],
  },
  agree: {name: 'Onboarding: may I write this?', keys: [YES, ...no('put it off'), AGAIN, QUIT], fields: []},
  tell: {
    name: 'Onboarding: something for you to do',
    keys: [
      AGAIN,
      enter('put it off', {type: 'skip'}),
      {key: 'escape', label: 'put it off', does: sends({type: 'skip'})},
      QUIT,
    ],
    fields: [],
  },
  approve: {name: 'Onboarding: may I start this?', keys: [YES, ...no('no'), QUIT], fields: []},
  busy: {name: 'Onboarding: at work', keys: [{...QUIT, label: 'stop and quit'}], fields: []},
  finished: {
    name: 'Onboarding: where you stand',
    keys: [
      enter('leave', {type: 'next'}),
      {...AGAIN, label: 'go through what is left'},
      LEAVE,
      {...QUIT, label: 'leave'},
    ],
    fields: [],
  },
} as const satisfies Record<string, OnboardScreen>;

interface OnboardScreen {
  readonly name: string;
  readonly keys: readonly OnboardKey[];
  readonly fields: readonly string[];
}

/** The keys of this moment. */
export const onboardKeys = (state: OnboardState): readonly OnboardKey[] => {
  const {overview, ask, agree, tell, approve, busy, finished} = ONBOARD_SCREENS;
  switch (state.stage.at) {
    case 'overview':
      return overview.keys.filter(({key}) => key !== 'enter' || state.servers.length > 0);
    case 'need': {
      const need = needAt(state);
      if (isAsked(need)) return ask.keys;
      return need?.change == null ? tell.keys : agree.keys;
    }
    case 'approve':
      return approve.keys;
    case 'finished':
      return finished.keys;
    case 'ended':
      return [];
    default:
      return busy.keys;
  }
};

/** Stages that differ in this are different screens: typed text and scroll begin anew. */
export const screenOf = (stage: OnboardStage): string =>
  'need' in stage ? `${stage.at} ${stage.key} ${stage.need}` : 'key' in stage ? `${stage.at} ${stage.key}` : stage.at;
