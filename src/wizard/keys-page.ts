import {ONBOARD_SCREENS} from './onboard/onboard-keys.ts';
import {COMMON, keyLabel, TYPING} from './parts/help-view.ts';
import type {KeyName} from './screen.ts';
import {SCREENS} from './shown.ts';

interface Keyed {
  readonly name: string;
  readonly keys: readonly {readonly key: KeyName; readonly label: string}[];
  readonly fields?: readonly string[];
}

/** docs/keys.md: every key of every screen, from the tables that the footers are drawn from. */
export const keysPage = (): string => {
  const screens: readonly Keyed[] = [...Object.values(SCREENS), ...Object.values(ONBOARD_SCREENS)];
  const parts = screens.filter((screen) => screen.keys.length > 0).map(sectionOf);
  return [
    '# Keys of the wizard',
    '',
    '<!-- Made by src/build/docs-keys.mjs from the key tables of the screens. Change those, not this page. -->',
    '',
    'The footer of each screen shows the keys that can do something right now; `?` shows all of them.',
    '',
    '## Everywhere',
    '',
    ...table(COMMON.map(({key, label, isTyping}) => [key, isTyping ? label : `${label} (not where text is typed)`])),
    '',
    '## In a line that is typed',
    '',
    ...table(TYPING.map(({key, label}) => [key, label])),
    '',
    ...parts.flatMap((part) => [...part, '']),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
};

const sectionOf = ({name, keys, fields}: Keyed): readonly string[] => [
  `## ${name}`,
  '',
  ...((fields ?? []).length > 0 ? ['Letters are typed into the line.', ''] : []),
  ...table(keys.map(({key, label}) => [keyLabel(key), label])),
];

const table = (rows: readonly (readonly [string, string])[]): readonly string[] => [
  '| key | what it does |',
  '| --- | --- |',
  ...rows.map(([key, label]) => `| ${key} | ${label} |`),
];
