import type {PersonEvent} from '../../repair/event.ts';
import {serverOfRepair} from '../../repair/mid-repair.ts';
import type {Row, Unfinished} from '../../repair/state.ts';
import {bold, dim, EMPTY, type Line, line, type Span, strong, wrap} from '../parts/line.ts';
import {statusMark} from '../parts/marks.ts';
import {cut, pad} from '../parts/width.ts';
import {placeOf} from '../parts/words.ts';
import {type Context, markOf, type Screen, type View} from '../screen.ts';
import {filterOf, isNamedIn, isOff, leadOf, messageOf, nameWidthOf, wordsOf} from './pick-words.ts';
import {stepOf} from './unfinished.ts';

/** What the list holds beside the servers. */
const CHOICES: readonly {
  readonly id: string;
  readonly text: string;
  readonly next: string;
  readonly event: PersonEvent;
  /** Pointless without a server. */
  readonly needsRows?: true;
}[] = [
  {
    id: '+paste',
    text: 'Paste an error message',
    next: 'Press Enter to paste an error message',
    event: {type: 'paste'},
  },
  {
    id: '+type',
    text: 'A URL or a command',
    next: 'Press Enter to type the address or the command of a server',
    event: {type: 'add'},
  },
  {
    id: '+request',
    text: 'An API request file',
    next: 'Press Enter to name a file with a request to the Messages API',
    event: {type: 'open-request'},
  },
  {
    id: '+again',
    text: 'Look at everything again',
    next: 'Press Enter to look again',
    event: {type: 'again'},
    needsRows: true,
  },
];

/** One whose words are typed comes first: where no server has them, the cursor stands on it. */
const choicesOf = (context: Context): typeof CHOICES => {
  const words = wordsOf(context);
  const isMeant = (text: string): boolean =>
    words.length > 0 && words.every((word) => text.toLowerCase().includes(word));
  const {rows, reported} = context.state;
  // Behind a pasted error stands the question whose it is, and not another paste.
  const isOpen = ({id, needsRows}: (typeof CHOICES)[number]): boolean =>
    rows.length === 0 ? needsRows !== true : id !== '+paste' || reported === null;
  return CHOICES.filter(isOpen).toSorted((a, b) => Number(isMeant(b.text)) - Number(isMeant(a.text)));
};

const LEFT = '+left ';

/** Repairs of earlier runs; out of the way while the person looks for a server. */
const leftOf = (context: Context): readonly Unfinished[] =>
  filterOf(context) === '' && context.state.reported === null ? context.state.unfinished : [];

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
        if (id.startsWith(LEFT)) return {send: {type: 'open-unfinished', id: id.slice(LEFT.length)}};
        const chosen = CHOICES.find((one) => one.id === id);
        return {send: chosen?.event ?? {type: 'choose', key: id}};
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
    // No server's name begins so; behind the first letter it is one like the others.
    {key: '?', label: 'help', when: (_stage, context) => filterOf(context) === '', does: () => ({open: 'help'})},
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

const RANK = {broken: 0, warned: 1, checking: 2, waiting: 2, unasked: 3, unchecked: 4, healthy: 5} as const;
/** Worst first; before all others those that the pasted error names. */
const rank = (row: Row, {state}: Context): number =>
  state.reported !== null && isNamedIn(state.reported, row) ? -1 : isOff(row) ? 6 : RANK[row.status];

interface Group {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** Groups of client and scope; the group with the worst row first, the worst row first in each. */
const groupsOf = (context: Context): readonly Group[] => {
  const words = wordsOf(context);
  const groups = new Map<string, Row[]>();
  for (const row of context.state.rows) {
    const name = placeOf(row.server);
    const text = `${row.server.name} ${name} ${row.server.launch} ${row.status}`.toLowerCase();
    if (words.every((word) => text.includes(word))) groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const best = (rows: readonly Row[]): number => Math.min(...rows.map((row) => rank(row, context)));
  return [...groups]
    .map(([name, rows]) => ({name, rows: rows.toSorted((a, b) => rank(a, context) - rank(b, context))}))
    .sort((a, b) => best(a.rows) - best(b.rows));
};

const idsOf = (context: Context): readonly string[] => {
  const keys = groupsOf(context).flatMap((group) => group.rows.map((row) => row.server.key));
  return [...leftOf(context).map(({id}) => LEFT + id), ...keys, ...choicesOf(context).map(({id}) => id)];
};

const listed = (context: Context, at: string | null): {lines: readonly Line[]; focus: number | null} => {
  const lines: Line[] = [];
  let focus: number | null = null;
  const put = (id: string, ...made: readonly Line[]): void => {
    if (id === at) focus = lines.length + made.length - 1;
    lines.push(...made);
  };
  const nameWidth = nameWidthOf(context.state.rows, context.width);
  const left = leftOf(context);
  if (left.length > 0) lines.push(line(dim('Not finished yet')));
  for (const one of left) put(LEFT + one.id, ...leftLines(one, LEFT + one.id === at, context));
  if (left.length > 0) lines.push(EMPTY);
  const groups = groupsOf(context);
  for (const group of groups) {
    lines.push(line(dim(group.name)));
    for (const row of group.rows) {
      put(row.server.key, ...rowLines(row, row.server.key === at, nameWidth, context));
    }
    lines.push(EMPTY);
  }
  if (context.state.rows.length > 0 && groups.length === 0) lines.push(line(dim('No server matches.')), EMPTY);
  for (const {id, text} of choicesOf(context)) put(id, choice(text, id === at, context));
  return {lines, focus};
};

const pointer = (isHere: boolean, context: Context): Span =>
  isHere ? strong('cyan', `${context.marks.point} `) : {text: ' '.repeat(context.isWords ? 0 : 2)};

const choice = (text: string, isHere: boolean, context: Context): Line =>
  line(pointer(isHere, context), isHere ? bold(text) : text);

const leftLines = ({stage}: Unfinished, isHere: boolean, context: Context): readonly Line[] => {
  const text = `Go on with ${serverOfRepair(stage).name}: ${stepOf(stage)}`;
  const spans = line(pointer(isHere, context), bold(context.marks.warn), ' ', isHere ? bold(text) : text);
  return wrap(spans, context.width, 4);
};

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
  if (!isHere || context.isWords) return [first];
  const readers = server.alsoReadBy.length === 0 ? '' : `Its file is also read by ${server.alsoReadBy.join(', ')}`;
  const below = [server.launch, readers].filter((text) => text !== '');
  return [first, ...below.map((text) => line(dim(`    ${cut(text, Math.max(10, width - 4))}`)))];
};

const nextOf = (context: Context, at: string | null): View['next'] => {
  const left = leftOf(context).find(({id}) => LEFT + id === at);
  if (left !== undefined) return `Press Enter to go on with ${serverOfRepair(left.stage).name}, or to forget it`;
  const chosen = CHOICES.find(({id}) => id === at);
  if (chosen !== undefined) return chosen.next;
  const row = context.state.rows.find((one) => one.server.key === at);
  const name = cut(row?.server.name ?? 'it', Math.max(24, Math.floor(context.width / 3)));
  return row?.status === 'unasked'
    ? `Press Enter to look at ${name} (I ask before I start anything)`
    : `Press Enter to open ${name}; type to find another`;
};
