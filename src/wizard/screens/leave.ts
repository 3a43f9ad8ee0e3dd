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
    const isEdit = pending.kind === 'edit';
    return {
      no: 5,
      title: 'Before you go',
      about: stage.outcome.case.server.name,
      lead: paragraph([bold('Your change is made, and not decided yet.')], context.width),
      body: paragraph(
        isEdit
          ? `It stands in ${pending.preview.file}. Keep it as it is, or put the old text back?`
          : `"${pending.fix.title}" was done outside of the settings file, so there is nothing to put back there.`,
        context.width,
      ),
      focus: null,
      ids: [],
      next: isEdit ? 'Press b to put it back, k to keep it' : 'Press k to go on',
    };
  },
};
