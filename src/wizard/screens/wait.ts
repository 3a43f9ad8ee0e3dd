import type {StageAt} from '../../repair/state.ts';
import {dim, line} from '../parts/line.ts';
import {paragraph} from '../parts/paragraph.ts';
import {timeOf} from '../parts/words.ts';
import type {Context, Screen, View} from '../screen.ts';

/** A screen on which something short is under way. */
export const waiting = (no: number, title: string, about: string, words: string, context: Context): View => ({
  no,
  title,
  about,
  lead: paragraph(words, context.width),
  body: context.elapsedMs < 1000 ? [] : [line(dim(`${timeOf(context.elapsedMs)} so far`))],
  focus: null,
  ids: [],
  next: 'Wait a moment',
});

const BACK = {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}}) as const};

export const loadingScreen: Screen<'loading'> = {
  name: 'Reading the files',
  keys: [{key: 'escape', label: 'quit', does: () => ({send: {type: 'back'}})}],
  view: (_stage, context) => waiting(1, 'Which server?', '', 'I read the settings files. Nothing is started.', context),
};

export const addingScreen: Screen<'adding'> = {
  name: 'Reading what was typed',
  keys: [BACK],
  view: (_stage, context) => waiting(1, 'Which server?', '', 'I read what you typed. Nothing is started.', context),
};

export const readingRequestScreen: Screen<'reading-request'> = {
  name: 'Reading a request',
  keys: [BACK],
  view: (_stage, context) => waiting(1, 'Which request?', '', 'I read the request. Nothing is sent.', context),
};

export const approvingRequestScreen: Screen<'approving-request'> = {
  name: 'Remembering the yes to a request',
  keys: [BACK],
  view: (_stage, context) => waiting(2, 'What happens', '', 'I note your yes to exactly these addresses.', context),
};

export const savingCopyScreen: Screen<'saving-copy'> = {
  name: 'Saving the copy',
  keys: [BACK],
  view: (_stage, context) => ({...waiting(2, 'Save a copy', '', 'I write the new file.', context), no: null}),
};

export const explainingScreen: Screen<'explaining'> = {
  name: 'Reading the error',
  keys: [BACK],
  view: (_stage, context) =>
    waiting(2, 'What did you see?', '', 'I look for these words among the known failures.', context),
};

export const approvingScreen: Screen<'approving'> = {
  name: 'Remembering the yes',
  keys: [BACK],
  view: (stage, context) => waiting(2, 'What happens', stage.server.name, 'I note your yes to exactly this.', context),
};

export const planningScreen: Screen<'planning'> = {
  name: 'Working out the change',
  keys: [BACK],
  view: (stage, context) =>
    waiting(4, 'One change', stage.case.server.name, 'I work out what the change does to the file.', context),
};

export const changingScreen: Screen<'changing'> = {
  name: 'Making the change',
  keys: [
    {
      key: 'escape',
      label: 'stop it',
      when: (stage: StageAt<'changing'>) => stage.plan.kind === 'run',
      does: () => ({send: {type: 'back'}}),
    },
  ],
  view: (stage, context) => {
    const words =
      stage.plan.kind === 'run' ? `I run: ${stage.plan.fix.command.join(' ')}` : 'I save a copy, and write the change.';
    return waiting(4, 'One change', stage.case.server.name, words, context);
  },
};

export const savingScreen: Screen<'saving'> = {
  name: 'Saving the record',
  keys: [BACK],
  view: (stage, context) => waiting(6, 'Write it down', stage.outcome.case.server.name, 'I save the record.', context),
};

export const puttingBackScreen: Screen<'putting-back'> = {
  name: 'Putting it back',
  keys: [],
  view: (stage, context) =>
    waiting(5, 'Does it work now?', stage.outcome.case.server.name, 'I put the old text back, byte for byte.', context),
};
