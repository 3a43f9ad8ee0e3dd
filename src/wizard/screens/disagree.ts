import type {FailureClass} from '../../model/step.ts';
import type {Case} from '../../repair/state.ts';
import {chosenLines, type Item} from '../parts/item-list.ts';
import {paragraph} from '../parts/paragraph.ts';
import {CLASS_WORDS} from '../parts/words.ts';
import {markOf, type Screen} from '../screen.ts';

const CLASSES: readonly FailureClass[] = ['config', 'runtime', 'auth', 'quota'];

/** The person knows better: another failure that was seen, or another kind of trouble. Recorded as such. */
export const disagreeScreen: Screen<'disagree'> = {
  name: 'You see it differently',
  keys: [
    {
      key: 'enter',
      label: 'choose',
      does: (stage, context) => {
        const id = markOf(
          itemsOf(stage.case).map((item) => item.id),
          context.ui,
        );
        const said = CLASSES.find((one) => one === id);
        if (said !== undefined) return {send: {type: 'say-class', class: said}};
        return id === null ? null : {send: {type: 'say-finding', index: Number(id)}};
      },
    },
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
    {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
  ],
  view: (stage, context) => {
    const items = itemsOf(stage.case);
    const ids = items.map((item) => item.id);
    return {
      no: 3,
      title: 'You see it differently',
      about: stage.case.server.name,
      lead: paragraph('What is it, then? The record will say what you say.', context.width),
      ...chosenLines(items, markOf(ids, context.ui), context),
      ids,
      next: 'Press Enter to choose, Esc to leave it as it is',
    };
  },
};

const itemsOf = (known: Case): readonly Item[] => [
  ...known.checked.diagnosis.findings.flatMap((finding, index) =>
    finding === known.finding ? [] : [{id: String(index), text: finding.title, more: [finding.cause], isFaint: false}],
  ),
  ...CLASSES.map((one) => ({
    id: one,
    text: `It is about ${CLASS_WORDS[one].about}`,
    more: [],
    isFaint: one === known.finding?.class,
  })),
];
