import {bold} from '../parts/line.ts';
import {paragraph} from '../parts/paragraph.ts';
import type {Screen} from '../screen.ts';

/** Before somebody goes away from a change that is not decided. */
export const leaveScreen: Screen<'leave'> = {
  name: 'Keep the change or put it back',
  keys: [
    {key: 'k', label: 'keep it', does: () => ({send: {type: 'keep'}})},
    {key: 'b', label: 'put it back', does: () => ({send: {type: 'put-back'}})},
    {key: 'escape', label: 'stay here', does: () => ({send: {type: 'back'}})},
  ],
  view: (stage, context) => {
    const {pending} = stage.outcome;
    const file = pending.kind === 'edit' ? pending.preview.file : pending.fix.title;
    return {
      no: 5,
      title: 'Before you go',
      about: stage.outcome.case.server.name,
      lead: paragraph([bold('Your change is made, and not decided yet.')], context.width),
      body: paragraph(`It stands in ${file}. Keep it as it is, or put the old text back?`, context.width),
      focus: null,
      ids: [],
      next: 'Press b to put it back, k to keep it',
    };
  },
};
