import type {OnboardEvent, OnboardStage, OnboardState} from '../../repair/onboard/state.ts';
import type {KeyName} from '../screen.ts';
import {isAsked, needAt, valueTrouble} from './onboard-view.ts';

/** What a key leads to: news for the walk, or something that only the screen knows. */
export type OnboardAction = {readonly send: OnboardEvent} | {readonly say: string} | {readonly toggle: 'isShown'};

export interface OnboardKey {
  readonly key: KeyName;
  readonly label: string;
  readonly does: (at: {readonly value: string; readonly isAtEnd: boolean}) => OnboardAction;
}

const sends =
  (event: OnboardEvent): OnboardKey['does'] =>
  () => ({send: event});

const QUIT: OnboardKey = {key: 'q', label: 'leave; it goes on here next time', does: sends({type: 'quit'})};
const LEAVE: OnboardKey = {key: 'escape', label: 'leave', does: sends({type: 'quit'})};

/** Only `y` is yes, and only when all of the question was on the screen. */
const YES: OnboardKey = {
  key: 'y',
  label: 'yes',
  does: ({isAtEnd}) =>
    isAtEnd ? {send: {type: 'yes'}} : {say: 'There is more of it below. Scroll down to its end first, then press y.'},
};

/** The keys of this moment: the footer and the hands use the same table. */
export const onboardKeys = (state: OnboardState): readonly OnboardKey[] => {
  const {stage} = state;
  switch (stage.at) {
    case 'overview':
      return [
        ...(state.servers.length === 0 ? [] : [enter('begin', {type: 'next'})]),
        {key: 'r', label: 'look again', does: sends({type: 'again'})},
        LEAVE,
        QUIT,
      ];
    case 'need':
      return needKeys(state);
    case 'approve':
      return [YES, ...no('no'), QUIT];
    case 'finished':
      return [
        enter('leave', {type: 'next'}),
        {key: 'r', label: 'go through what is left', does: sends({type: 'again'})},
        LEAVE,
      ];
    case 'ended':
      return [];
    default:
      return [{...QUIT, label: 'stop and leave'}];
  }
};

const enter = (label: string, event: OnboardEvent): OnboardKey => ({key: 'enter', label, does: sends(event)});

const no = (label: string): readonly OnboardKey[] =>
  (['n', 'enter', 'escape'] as const).map((key) => ({key, label, does: sends({type: 'skip'})}));

const needKeys = (state: OnboardState): readonly OnboardKey[] => {
  const need = needAt(state);
  if (isAsked(need)) {
    return [
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
    ];
  }
  const look: OnboardKey = {key: 'r', label: 'look again', does: sends({type: 'again'})};
  return need?.change == null
    ? [look, enter('put it off', {type: 'skip'}), {...LEAVE, label: 'put it off', does: sends({type: 'skip'})}, QUIT]
    : [YES, ...no('put it off'), look, QUIT];
};

/** Stages that differ in this are different screens: typed text and scroll begin anew. */
export const screenOf = (stage: OnboardStage): string =>
  'need' in stage ? `${stage.at} ${stage.key} ${stage.need}` : 'key' in stage ? `${stage.at} ${stage.key}` : stage.at;
