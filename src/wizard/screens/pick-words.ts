import {count} from '../../model/count.ts';
import type {Row} from '../../repair/state.ts';
import {bold, dim, type Line, line, type Span, tint} from '../parts/line.ts';
import {paragraph} from '../parts/paragraph.ts';
import {cut, widthOf} from '../parts/width.ts';
import type {Context} from '../screen.ts';

/** What the person typed to find a server. */
export const filterOf = (context: Context): string => context.ui.fields['filter']?.text ?? '';

export const wordsOf = (context: Context): readonly string[] =>
  filterOf(context)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

/** Its own client would not use it. */
export const isOff = (row: Row): boolean => row.server.standing !== null && row.status === 'unchecked';

/** The text speaks of this server: by its name, or by its address, package or file. */
export const isNamedIn = (text: string, {server}: Row): boolean => {
  const words = text.toLowerCase().split(/[\s"'`,;()[\]{}<>]+/);
  const isThere = (word: string): boolean => words.some((one) => one.replace(/[.:!?]+$/, '') === word);
  const marked = server.launch
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => /[/@\\]/.test(word) && word.length > 5);
  const name = server.name.toLowerCase();
  return (/\s/.test(name) ? text.toLowerCase().includes(name) : isThere(name)) || marked.some(isThere);
};

/** Columns for the names of a list: as many as the longest needs, and a third of the terminal at most. */
export const nameWidthOf = (rows: readonly Row[], width: number): number =>
  Math.min(Math.max(24, Math.floor(width / 3)), Math.max(8, ...rows.map((row) => widthOf(row.server.name))));

/** What is known of a server, in a few words. */
export const messageOf = (row: Row): Span => {
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
  'client-only': 'only its client can start it',
  interrupted: 'the look was stopped',
};

/** What stands above the list. */
export const leadOf = (context: Context): readonly Line[] => {
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

/** How many servers are in which state, as a sentence. A file that hides all there is is no server. */
export const summary = (rows: readonly Row[]): string => {
  const noun = rows.every((row) => row.server.kind === 'file') ? 'file' : 'server';
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
  return `${count(rows.length, noun)}: ${told.join(', ')}.`;
};
