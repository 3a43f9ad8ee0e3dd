import type {Context} from '../screen.ts';
import {bold, dim, type Line, strong, wrap} from './line.ts';
import {paragraph} from './paragraph.ts';

/** A thing to choose; `more` is shown while the cursor stands on it. */
export interface Item {
  readonly id: string;
  readonly text: string;
  readonly more: readonly string[];
  readonly isFaint: boolean;
}

/** A list with a cursor; the chosen one is opened. */
export const chosenLines = (
  items: readonly Item[],
  at: string | null,
  context: Context,
): {readonly body: readonly Line[]; readonly focus: number | null} => {
  const body: Line[] = [];
  let focus: number | null = null;
  for (const [index, item] of items.entries()) {
    const isHere = item.id === at;
    const pointer = isHere ? strong('cyan', `${context.marks.point} `) : {text: '  '};
    const text = isHere ? bold(item.text) : item.isFaint ? dim(item.text) : {text: item.text};
    body.push(...wrap([pointer, dim(`${index + 1}. `), text], context.width, 5));
    if (isHere) {
      body.push(...item.more.flatMap((words) => paragraph([dim(words)], context.width, 5)));
      focus = body.length - 1;
    }
  }
  return {body, focus};
};
