import {lossOf} from '../../repair/watched.ts';
import type {Context} from '../screen.ts';
import {bold, type Line} from './line.ts';
import {paragraph} from './paragraph.ts';

/** That the written value does not stand any more, and what to do; nothing while it stands. */
export const lossLines = ({state, marks, width}: Context): readonly Line[] => {
  const note = lossOf(state);
  return note === null ? [] : paragraph([bold(`${marks.warn} `), bold(note)], width);
};
