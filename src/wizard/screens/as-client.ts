import type {StageAt} from '../../repair/state.ts';
import {chosenLines, type Item} from '../parts/item-list.ts';
import {dim, line} from '../parts/line.ts';
import {paragraph} from '../parts/paragraph.ts';
import {timeOf} from '../parts/words.ts';
import {type Context, markOf, type Screen} from '../screen.ts';

/** The same entry, read and started by the rules of another client. */
export const asClientScreen: Screen<'as-client'> = {
  name: 'As another client',
  keys: [
    {
      key: 'enter',
      label: 'choose',
      does: (stage, context) => {
        const key = markOf(
          itemsOf(stage, context).map(({id}) => id),
          context.ui,
        );
        return key === null ? null : {send: {type: 'choose', key}};
      },
    },
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
    {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
  ],
  view: (stage, context) => {
    const items = itemsOf(stage, context);
    const ids = items.map(({id}) => id);
    return {
      no: 2,
      title: 'As another client',
      about: stage.case.server.name,
      lead: paragraph(
        'Does the same entry work elsewhere? Choose a client: I read the entry and start the server just as that client does.',
        context.width,
      ),
      ...chosenLines(items, markOf(ids, context.ui), context),
      ids,
      next: 'Press Enter to choose; you are asked before anything starts',
    };
  },
};

const itemsOf = (stage: StageAt<'as-client'>, {state}: Context): readonly Item[] =>
  state.clients
    .filter(({id}) => id !== stage.case.server.client)
    .map(({id, name}) => ({id, text: name, more: [], isFaint: false}));

export const actingScreen: Screen<'acting'> = {
  name: 'Reading the entry as another client',
  keys: [
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
    {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
  ],
  view: (stage, context) => ({
    no: 2,
    title: 'As another client',
    about: stage.case.server.name,
    lead: paragraph('I read the entry by the other rules. Nothing is started.', context.width),
    body: context.elapsedMs < 1000 ? [] : [line(dim(`${timeOf(context.elapsedMs)} so far`))],
    focus: null,
    ids: [],
    next: 'Wait a moment',
  }),
};
