import type {Context, KeyName, Shown, View} from '../screen.ts';
import {GLOSSARY} from './glossary.ts';
import {bold, dim, EMPTY, type Line, strong, wrap} from './line.ts';
import {pad} from './width.ts';

const NAMES: Readonly<Record<string, string>> = {
  enter: 'Enter',
  escape: 'Esc',
  tab: 'Tab',
  up: '↑',
  down: '↓',
  'page-up': 'PgUp',
  'page-down': 'PgDn',
};

/** A key as it stands on keyboards. */
export const keyLabel = (key: KeyName): string =>
  NAMES[key] ?? (key.startsWith('ctrl-') ? `Ctrl-${key.slice(5).toUpperCase()}` : key);

/** Keys that mean the same everywhere. `isTyping`: also where letters are text. */
export const COMMON: readonly {readonly key: string; readonly label: string; readonly isTyping: boolean}[] = [
  {key: '↑ ↓', label: 'move or scroll', isTyping: true},
  {key: 'PgUp PgDn', label: 'scroll a page', isTyping: true},
  {key: '?', label: 'this help (while nothing is typed)', isTyping: true},
  {key: 'e', label: 'explain the words', isTyping: false},
  {key: 'Ctrl-C', label: 'stop everything and leave', isTyping: true},
  {key: 'Ctrl-Z', label: 'to the shell; fg comes back (not on Windows)', isTyping: true},
];

/** Keys inside of a line that is typed. */
export const TYPING: readonly {readonly key: string; readonly label: string}[] = [
  {key: 'letters', label: 'are typed into the line'},
  {key: 'Ctrl-U', label: 'empty the line, as far as the cursor'},
  {key: 'Ctrl-W', label: 'take the last word away'},
  {key: 'Ctrl-A', label: 'to the beginning of the line; Ctrl-E to its end'},
];

/** Every key of the screen below, from the same table as its footer. */
export const helpView = (shown: Shown, context: Context): View => {
  const isTyping = shown.fields.length > 0;
  const row = (key: string, label: string): readonly Line[] =>
    wrap([strong('cyan', pad(key, 11)), {text: label}], context.width, 11);
  return {
    ...aside('Keys'),
    lead: [[bold(shown.name)]],
    body: [
      ...shown.keys.flatMap((one) => row(keyLabel(one.key), one.label)),
      EMPTY,
      ...COMMON.filter((one) => one.isTyping || !isTyping).flatMap((one) => row(one.key, one.label)),
      ...(isTyping ? TYPING.flatMap((one) => row(one.key, one.label)) : []),
    ],
    next: 'Press e for the words explained, any other key to go back',
  };
};

/** The words of these screens, explained. */
export const wordsView = (context: Context): View => ({
  ...aside('Words'),
  body: GLOSSARY.flatMap(({word, means}) => [...wrap([bold(word), dim('  '), {text: means}], context.width, 2), EMPTY]),
  next: 'Press Esc to go back, the arrows to scroll',
});

const aside = (title: string): View => ({
  no: null,
  title,
  about: '',
  lead: [],
  body: [],
  focus: null,
  ids: [],
  next: '',
});
