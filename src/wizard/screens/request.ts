import type {Row, StageAt} from '../../repair/state.ts';
import {rowsOf} from '../../repair/steps/request.ts';
import {bold, dim, EMPTY, type Line, line, strong} from '../parts/line.ts';
import {statusMark} from '../parts/marks.ts';
import {paragraph} from '../parts/paragraph.ts';
import {cut, pad} from '../parts/width.ts';
import {type Context, markOf, type Screen} from '../screen.ts';
import {messageOf, nameWidthOf, summary} from './pick-words.ts';
import {nameOf} from './request-names.ts';

type Here = StageAt<'request'>;

/** Those that fail stand first, where the cursor is; the others as in the request. */
const rows = (stage: Here, {state}: Context): readonly Row[] => {
  const all = rowsOf(state, stage.request);
  return [...all.filter(isFailing), ...all.filter((row) => !isFailing(row))];
};
const isFailing = ({status}: Row): boolean => status === 'broken';
const isAsked = ({status}: Row): boolean => ['healthy', 'warned', 'broken'].includes(status);
const canSave = (all: readonly Row[]): boolean => all.every(isAsked) && all.some(isFailing);
const isOpen = (row: Row): boolean => !row.server.isApproved && !isAsked(row);

/** Whether the host of some server is one that only this machine or network reaches. */
const isPrivate = (stage: Here, context: Context): boolean =>
  !stage.request.isPrivateAllowed &&
  rows(stage, context).some((row) => row.checked?.diagnosis.findings.some(({id}) => id === 'request-host-not-public'));

/** A request to the Messages API: every server with its mark, those that fail with the reason. */
export const requestScreen: Screen<'request'> = {
  name: 'An API request',
  keys: [
    {
      key: 'enter',
      label: 'open',
      when: (stage, context) => rows(stage, context).length > 0,
      does: (stage, context) => {
        const id = markOf(idsOf(stage, context), context.ui);
        return id === null ? null : {send: {type: 'choose', key: id}};
      },
    },
    {
      key: 'g',
      label: 'go and ask them',
      when: (stage, context) => rows(stage, context).some(isOpen),
      does: () => ({send: {type: 'ask-all'}}),
    },
    {
      key: 's',
      label: 'save it without those that fail',
      when: (stage, context) => canSave(rows(stage, context)),
      does: () => ({send: {type: 'save-copy'}}),
    },
    {key: 'i', label: 'include private addresses', when: isPrivate, does: () => ({send: {type: 'allow-private'}})},
    {key: 'l', label: 'look again', does: () => ({send: {type: 'again'}})},
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
    {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
  ],
  view: (stage, context) => {
    const ids = idsOf(stage, context);
    const at = markOf(ids, context.ui);
    const {lines, focus} = listed(stage, at, context);
    return {
      no: 2,
      title: 'Which server fails?',
      about: nameOf(stage.request.file),
      lead: paragraph(leadOf(rows(stage, context)), context.width),
      body: lines,
      focus,
      ids,
      next: nextOf(stage, at, context),
    };
  },
};

const idsOf = (stage: Here, context: Context): readonly string[] => rows(stage, context).map(({server}) => server.key);

const leadOf = (all: readonly Row[]): string => {
  if (all.length === 0) return 'The request names no MCP server that could be asked.';
  return `${summary(all)}${all.some(isFailing) ? ' One server that fails makes the whole request fail, and the API does not say which.' : ''}`;
};

const listed = (stage: Here, at: string | null, context: Context): {lines: readonly Line[]; focus: number | null} => {
  const {width, marks} = context;
  const lines: Line[] = stage.request.findings.flatMap(({title, cause}) => [
    ...paragraph([strong('red', `${marks.bad} `), bold(title)], width),
    ...paragraph(cause, width, 4),
    EMPTY,
  ]);
  let focus: number | null = null;
  const all = rows(stage, context);
  const wide = nameWidthOf(all, width);
  for (const row of all) {
    const isHere = row.server.key === at;
    lines.push(...rowLines(row, isHere, wide, context));
    if (isHere) focus = lines.length - 1;
  }
  return {lines, focus};
};

const rowLines = (row: Row, isHere: boolean, wide: number, context: Context): readonly Line[] => {
  const {marks, width, tick} = context;
  const name = pad(cut(row.server.name, wide), wide);
  const [root] = row.checked?.diagnosis.findings ?? [];
  return [
    line(
      isHere ? strong('cyan', `${marks.point} `) : '  ',
      statusMark(row.status, false, marks, tick),
      ' ',
      isHere ? bold(name) : name,
      '  ',
      messageOf(row),
    ),
    ...(row.status === 'broken' && root !== undefined ? paragraph([dim(root.cause)], width, 4) : []),
  ];
};

const nextOf = (stage: Here, at: string | null, context: Context): string => {
  const all = rows(stage, context);
  if (all.some(isOpen)) return 'Press g to go and ask the servers (I show you every address first)';
  if (isPrivate(stage, context)) return 'Press i when the API is to reach these addresses through a gateway of yours';
  const row = all.find(({server}) => server.key === at);
  return row === undefined
    ? 'Press Esc for the list'
    : `Press Enter to see what happens with ${row.server.name}${canSave(all) ? ', or s for a request without those that fail' : ''}`;
};
