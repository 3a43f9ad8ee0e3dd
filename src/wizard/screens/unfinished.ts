import {changeLeft, serverOfRepair} from '../../repair/mid-repair.ts';
import type {MidRepair, StageAt, Unfinished} from '../../repair/state.ts';
import {diffLines} from '../parts/diff-lines.ts';
import {bold, EMPTY, type Line} from '../parts/line.ts';
import {labelled, paragraph} from '../parts/paragraph.ts';
import {placeOf} from '../parts/words.ts';
import type {Screen} from '../screen.ts';

const isChanged = ({of}: StageAt<'unfinished'>): boolean => changeLeft(of.stage) !== null;

/** A repair that an earlier run was left in the middle of. */
export const unfinishedScreen: Screen<'unfinished'> = {
  name: 'A repair that is not finished',
  keys: [
    {key: 'enter', label: 'go on', does: () => ({send: {type: 'next'}})},
    {key: 'k', label: 'keep it', when: isChanged, does: () => ({send: {type: 'keep'}})},
    {key: 'b', label: 'put it back', when: isChanged, does: () => ({send: {type: 'put-back'}})},
    {key: 'f', label: 'forget it', does: () => ({send: {type: 'forget'}})},
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
    {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
  ],
  view: ({of}, context) => {
    const {width} = context;
    const server = serverOfRepair(of.stage);
    const left = changeLeft(of.stage);
    return {
      no: null,
      title: 'Not finished yet',
      about: server.name,
      lead: paragraph(
        [
          bold(
            left === null ? `You left before ${server.name} was mended.` : 'Your change is made, and not decided yet.',
          ),
        ],
        width,
      ),
      body: [
        ...labelled('Server', server.name, width),
        ...labelled('For', placeOf(server), width),
        ...labelled('Left', dateOf(of), width),
        ...labelled('Goes on', stepOf(of.stage), width),
        ...changeLines(of.stage, width),
      ],
      focus: null,
      ids: [],
      next:
        left === null
          ? 'Press Enter to go on where you were'
          : 'Press Enter to check it again, b to put the old text back, k to keep it',
    };
  },
};

/** Where a repair goes on, in words. */
export const stepOf = (stage: MidRepair): string => {
  switch (stage.at) {
    case 'capture':
      return 'the exact error';
    case 'classify':
    case 'disagree':
      return 'what is wrong';
    case 'change':
    case 'value':
      return 'choose one change';
    case 'verdict':
      return stage.outcome.pending.kind === 'edit' ? 'keep the change, or put it back?' : 'does it work now?';
    case 'record':
      return 'write it down';
  }
};

/** '2026-11-21 13:05 UTC'. */
const dateOf = ({at}: Unfinished): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

const changeLines = (stage: MidRepair, width: number): readonly Line[] => {
  if (!('outcome' in stage)) return [];
  const {pending} = stage.outcome;
  return [
    EMPTY,
    ...labelled('The change', pending.fix.title, width),
    ...(pending.kind === 'edit'
      ? [
          ...labelled('In', `${pending.preview.file}, line ${pending.preview.line}`, width),
          EMPTY,
          ...diffLines(pending.preview, width),
        ]
      : []),
  ];
};
