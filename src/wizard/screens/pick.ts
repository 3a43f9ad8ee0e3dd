import type {Row} from '../../repair/state.ts';
import {bold, dim, EMPTY, type Line, line, type Span, strong, tint} from '../parts/line.ts';
import {statusMark} from '../parts/marks.ts';
import {paragraph} from '../parts/paragraph.ts';
import {cut, pad, widthOf} from '../parts/width.ts';
import {count, placeOf} from '../parts/words.ts';
import {type Context, markOf, type Screen, type View} from '../screen.ts';

const PASTE = '+paste';
const TYPE = '+type';
const AGAIN = '+again';

/** The first screen: every server by client and scope, worst first; statuses come in while the person looks. */
export const pickScreen: Screen<'pick'> = {
  name: 'Which server',
  fields: ['filter'],
  keys: [
    {
      key: 'enter',
      label: 'choose',
      does: (_stage, context) => {
        const id = markOf(idsOf(context), context.ui);
        if (id === null) return null;
        if (id === PASTE) return {send: {type: 'paste'}};
        if (id === TYPE) return {send: {type: 'add'}};
        return id === AGAIN ? {send: {type: 'again'}} : {send: {type: 'choose', key: id}};
      },
    },
    {
      key: 'escape',
      label: 'clear the filter',
      when: (_stage, context) => filterOf(context) !== '',
      does: () => ({ui: {fields: {}, mark: null}}),
    },
    {
      key: 'escape',
      label: 'forget the pasted error',
      when: (_stage, context) => filterOf(context) === '' && context.state.reported !== null,
      does: () => ({send: {type: 'back'}}),
    },
    {
      key: 'escape',
      label: 'quit',
      when: (_stage, context) => filterOf(context) === '' && context.state.reported === null,
      does: () => ({send: {type: 'back'}}),
    },
  ],
  view: (_stage, context) => {
    const ids = idsOf(context);
    const at = markOf(ids, context.ui);
    const {lines, focus} = listed(context, at);
    return {
      no: 1,
      title: context.state.isPractice ? 'Which server? (practice)' : 'Which server?',
      about: '',
      lead: leadOf(context),
      body: lines,
      focus,
      ids,
      next: nextOf(context, at),
    };
  },
};

const filterOf = (context: Context): string => context.ui.fields['filter']?.text ?? '';

const RANK = {broken: 0, warned: 1, checking: 2, waiting: 2, unasked: 3, unchecked: 4, healthy: 5} as const;
const rank = (row: Row): number => (isOff(row) ? 6 : RANK[row.status]);
const isOff = (row: Row): boolean => row.server.standing !== null && row.status === 'unchecked';

interface Group {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** Groups of client and scope; the group with the worst row first, the worst row first in each. */
const groupsOf = (context: Context): readonly Group[] => {
  const words = filterOf(context)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const groups = new Map<string, Row[]>();
  for (const row of context.state.rows) {
    const name = placeOf(row.server);
    const text = `${row.server.name} ${name} ${row.server.launch} ${row.status}`.toLowerCase();
    if (words.every((word) => text.includes(word))) groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const best = (rows: readonly Row[]): number => Math.min(...rows.map(rank));
  return [...groups]
    .map(([name, rows]) => ({name, rows: rows.toSorted((a, b) => rank(a) - rank(b))}))
    .sort((a, b) => best(a.rows) - best(b.rows));
};

const idsOf = (context: Context): readonly string[] => {
  const keys = groupsOf(context).flatMap((group) => group.rows.map((row) => row.server.key));
  return [...keys, PASTE, TYPE, ...(context.state.rows.length > 0 ? [AGAIN] : [])];
};

const listed = (context: Context, at: string | null): {lines: readonly Line[]; focus: number | null} => {
  const lines: Line[] = [];
  let focus: number | null = null;
  const put = (id: string, ...made: readonly Line[]): void => {
    if (id === at) focus = lines.length + made.length - 1;
    lines.push(...made);
  };
  const nameWidth = Math.min(24, Math.max(8, ...context.state.rows.map((row) => widthOf(row.server.name))));
  for (const group of groupsOf(context)) {
    lines.push(line(dim(group.name)));
    for (const row of group.rows) {
      put(row.server.key, ...rowLines(row, row.server.key === at, nameWidth, context));
    }
    lines.push(EMPTY);
  }
  if (context.state.rows.length > 0 && lines.length === 0) lines.push(line(dim('No server matches.')), EMPTY);
  put(PASTE, choice('Paste an error message', at === PASTE, context));
  put(TYPE, choice('A URL or a command', at === TYPE, context));
  if (context.state.rows.length > 0) put(AGAIN, choice('Look at everything again', at === AGAIN, context));
  return {lines, focus};
};

const pointer = (isHere: boolean, context: Context): Span =>
  isHere ? strong('cyan', `${context.marks.point} `) : {text: ' '.repeat(context.isWords ? 0 : 2)};

const choice = (text: string, isHere: boolean, context: Context): Line =>
  line(pointer(isHere, context), isHere ? bold(text) : text);

const rowLines = (row: Row, isHere: boolean, nameWidth: number, context: Context): readonly Line[] => {
  const {server} = row;
  const name = pad(cut(server.name, nameWidth), nameWidth);
  const {width} = context;
  const first = line(
    pointer(isHere, context),
    statusMark(row.status, isOff(row), context.marks, context.tick),
    ' ',
    isHere ? bold(name) : name,
    '  ',
    messageOf(row),
  );
  if (!isHere || server.launch === '' || context.isWords) return [first];
  return [first, line(dim(`    ${cut(server.launch, Math.max(10, width - 4))}`))];
};

const messageOf = (row: Row): Span => {
  const finding = row.checked?.diagnosis.findings[0];
  switch (row.status) {
    case 'broken':
      return {text: finding?.title ?? 'It does not work.'};
    case 'warned':
      return {text: `works; ${finding?.title ?? 'with a warning'}`};
    case 'healthy':
      return tint('green', 'works');
    case 'checking':
      return dim('looking …');
    case 'waiting':
      return dim('waits for its turn');
    case 'unasked':
      return dim('not looked at yet');
    case 'unchecked':
      return dim(row.server.standing === null ? 'could not be looked at' : STANDING[row.server.standing]);
  }
};

const STANDING: Readonly<Record<NonNullable<Row['server']['standing']>, string>> = {
  untrusted: 'not looked at yet',
  disabled: 'switched off',
  shadowed: 'another entry of this name wins',
  blocked: 'blocked by a setting',
  interrupted: 'the look was stopped',
};

const leadOf = (context: Context): readonly Line[] => {
  const {state, width} = context;
  const filter = filterOf(context);
  const lines: Line[] = [];
  if (state.rows.length === 0) {
    lines.push(...paragraph('I found no MCP server, neither for you nor for this folder.', width));
    lines.push(...state.looked.flatMap((place) => paragraph([dim(place)], width, 2)));
  } else lines.push(...paragraph(summary(state.rows), width));
  if (state.reported !== null) {
    const words = state.reported.trim().split('\n')[0] ?? '';
    lines.push(...paragraph([bold('Which server gave you this error? '), dim(cut(words, Math.max(10, width)))], width));
  }
  if (filter !== '') lines.push(line('Filter: ', bold(filter), dim(context.marks.caret)));
  return lines;
};

const summary = (rows: readonly Row[]): string => {
  const of = (...statuses: readonly Row['status'][]): number =>
    rows.filter((row) => statuses.includes(row.status) && !isOff(row)).length;
  const parts = [
    [of('broken'), 'broken'],
    [of('warned'), 'with a warning'],
    [of('healthy'), of('healthy') === 1 ? 'works' : 'work'],
    [of('checking', 'waiting'), 'being looked at'],
    [of('unasked'), 'not looked at yet'],
    [of('unchecked'), 'could not be looked at'],
    [rows.filter(isOff).length, 'not in use'],
  ] as const;
  const told = parts.flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`]));
  return `${count(rows.length, 'server')}: ${told.join(', ')}.`;
};

const nextOf = (context: Context, at: string | null): View['next'] => {
  if (at === PASTE) return 'Press Enter to paste an error message';
  if (at === TYPE) return 'Press Enter to type the address or the command of a server';
  if (at === AGAIN || at === null) return 'Press Enter to look again';
  const row = context.state.rows.find((one) => one.server.key === at);
  const name = row?.server.name ?? 'it';
  return row?.status === 'unasked'
    ? `Press Enter to look at ${name} (I ask before I start anything)`
    : `Press Enter to open ${name}; type to find another`;
};
