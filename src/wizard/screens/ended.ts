import {bold, line} from '../parts/line.ts';
import {paragraph} from '../parts/paragraph.ts';
import type {Screen} from '../screen.ts';

/** The last words on the terminal: what is left in place. */
export const endedScreen: Screen<'ended'> = {
  name: 'The end',
  keys: [],
  view: (stage, context) => ({
    no: null,
    title: stage.code === 130 ? 'Stopped' : 'Bye',
    about: '',
    lead: [],
    body:
      stage.left?.kind === 'edit'
        ? paragraph(`The change in ${stage.left.preview.file} is in place. To put it back, run:`, context.width).concat(
            [line(bold('  mcp-fix undo'))],
          )
        : [],
    focus: null,
    ids: [],
    next: '',
  }),
};
