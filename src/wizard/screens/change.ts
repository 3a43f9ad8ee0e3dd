import type {Fix} from '../../model/finding.ts';
import type {Case} from '../../repair/state.ts';
import {chosenLines, type Item} from '../parts/item-list.ts';
import {paragraph} from '../parts/paragraph.ts';
import {markOf, type Screen} from '../screen.ts';

/** Everything that may mend it, most likely first; each is ONE change. */
export const changeScreen: Screen<'change'> = {
  name: 'Choose one change',
  keys: [
    {
      key: 'enter',
      label: 'look at it',
      when: (stage) => fixesOf(stage.case).length > 0,
      does: (stage, context) => {
        const id = markOf(idsOf(stage.case), context.ui);
        return id === null ? null : {send: {type: 'choose-fix', id}};
      },
    },
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
    {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
  ],
  view: (stage, context) => {
    const ids = idsOf(stage.case);
    const isEmpty = ids.length === 0;
    const at = fixesOf(stage.case).find(({id}) => id === markOf(ids, context.ui));
    return {
      no: 4,
      title: 'One change',
      about: stage.case.server.name,
      lead: paragraph(
        isEmpty
          ? 'I know no change for this one. Give the exact error to the people who make the server.'
          : 'One thing at a time, most likely first. You see what it does before anything is written.',
        context.width,
      ),
      ...chosenLines(itemsOf(stage.case), markOf(ids, context.ui), context),
      ids,
      next: isEmpty
        ? 'Press Esc to go back'
        : at?.kind === 'advice'
          ? 'Press Enter to read it, and to have it checked when you are done'
          : 'Press Enter to see exactly what it does',
    };
  },
};

const fixesOf = (known: Case): readonly Fix[] => {
  const fixes = known.finding?.fixes ?? [];
  const isTried = (fix: Fix): boolean => known.tried.includes(fix.id);
  return [...fixes.filter((fix) => !isTried(fix)), ...fixes.filter(isTried)];
};

const idsOf = (known: Case): readonly string[] => fixesOf(known).map((fix) => fix.id);

const itemsOf = (known: Case): readonly Item[] =>
  fixesOf(known).map((fix) => {
    const isTried = known.tried.includes(fix.id);
    return {
      id: fix.id,
      text: isTried ? `${fix.title} (${fix.kind === 'edit' ? 'tried, and put back' : 'tried'})` : fix.title,
      more: moreOf(fix),
      isFaint: isTried,
    };
  });

const moreOf = (fix: Fix): readonly string[] => {
  switch (fix.kind) {
    case 'edit':
      return [fix.change.why, `Changes ${fix.change.file}`];
    case 'run':
      return [`Runs: ${fix.command.join(' ')}`];
    case 'advice':
      return ['You do this yourself; I check afterwards.'];
  }
};
