import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Need, OnboardServer} from '../../src/repair/onboard/need.ts';
import {NO_PROGRESS, type OnboardStage, type OnboardState} from '../../src/repair/onboard/state.ts';
import {look, NOTHING_HELD} from '../../src/wizard/hold.ts';
import type {Layout} from '../../src/wizard/layout.ts';
import {freshHands, onboardLook} from '../../src/wizard/onboard/onboard-look.ts';
import {textOfLine, widthOfLine} from '../../src/wizard/parts/line.ts';
import {UNICODE} from '../../src/wizard/parts/marks.ts';
import {fieldOf} from '../../src/wizard/parts/text-field.ts';
import {STATES} from '../repair/stages.ts';

/** A screen beside those of a repair, drawn in a terminal of that size. */
type Draw = (columns: number, rows: number) => Layout;

const setting = {marks: UNICODE, isWords: false, tick: 0, nowMs: 2400};

const aside =
  (kind: 'help' | 'words', at: keyof typeof STATES): Draw =>
  (columns, rows) => {
    const before = look(NOTHING_HELD, {...setting, state: STATES[at], size: {columns, rows}}).held;
    return look({...before, aside: kind}, {...setting, state: STATES[at], size: {columns, rows}}).layout;
  };

const local = '/home/ada/shop/.claude/settings.local.json';
const need = (id: string, rest: Partial<Need>): Need => ({
  id,
  kind: 'variable',
  state: 'missing',
  title: `The variable ${id}`,
  detail: 'is not set',
  todo: 'Set it in the shell that starts the client.',
  hints: ['.env.example: Get it at https://weather.example/tokens'],
  change: null,
  ...rest,
});
const NEEDS: readonly Need[] = [
  need('WEATHER_TOKEN', {
    change: {
      file: local,
      path: ['env', 'WEATHER_TOKEN'],
      why: '',
      edit: {kind: 'ask', label: 'WEATHER_TOKEN', isSecret: true, shape: 'text'},
    },
  }),
  need('APPROVAL', {
    kind: 'approval',
    title: 'The approval of Claude Code',
    detail: 'is not given yet',
    todo: '',
    hints: [],
    change: {file: local, path: ['enabledMcpjsonServers'], why: '', edit: {kind: 'set', value: ['weather']}},
  }),
  need('DOCKER', {kind: 'program', title: 'Docker', detail: 'is not installed', todo: 'Install Docker.', hints: []}),
  need('NODE', {kind: 'program', title: 'Node', detail: '22.3.0; 18 or newer is wanted', state: 'met', hints: []}),
];

const server = (name: string, isApproved: boolean): OnboardServer => ({
  key: name,
  name,
  clientName: 'Claude Code',
  file: '/home/ada/shop/.mcp.json',
  line: 3,
  launch: `node tools/${name}.mjs`,
  question: {
    digest: name,
    argv: ['/usr/bin/node', `tools/${name}.mjs`],
    url: null,
    cwd: '/home/ada/shop',
    envNames: ['WEATHER_TOKEN'],
    headerNames: [],
    headersHelper: null,
    isProjectFile: true,
    mayDownload: false,
  },
  isApproved,
  needs: name === 'weather' ? NEEDS : [],
});

const onboard =
  (stage: OnboardStage, text = ''): Draw =>
  (columns, rows) => {
    const answer = {outcome: 'works', note: 'A real client connects and lists 3 tools.', todo: ''} as const;
    const state: OnboardState = {
      servers: [server('weather', false), server('plain', true)],
      progress: {plain: {...NO_PROGRESS, answer, digest: 'plain'}},
      stage,
      isWalking: true,
      notice: null,
    };
    return onboardLook({...freshHands('', 0), field: fieldOf(text)}, {...setting, state, size: {columns, rows}}).layout;
  };

const key = 'weather';
const SCREENS: Readonly<Record<string, Draw>> = {
  'help-pick': aside('help', 'pick'),
  'help-ladder': aside('help', 'ladder'),
  'help-value': aside('help', 'value'),
  words: aside('words', 'ladder'),
  'onboard-loading': onboard({at: 'loading'}),
  'onboard-overview': onboard({at: 'overview'}),
  'onboard-ask': onboard({at: 'need', key, need: 'WEATHER_TOKEN'}, 'sunny'),
  'onboard-agree': onboard({at: 'need', key, need: 'APPROVAL'}),
  'onboard-tell': onboard({at: 'need', key, need: 'DOCKER'}),
  'onboard-changing': onboard({at: 'changing', key, need: 'APPROVAL'}),
  'onboard-approve': onboard({at: 'approve', key}),
  'onboard-proving': onboard({at: 'proving', key}),
  'onboard-finishing': onboard({at: 'finishing'}),
  'onboard-finished': onboard({at: 'finished', path: '/home/ada/.local/share/mcp-fix/onboarding/shop.md'}),
};

describe.each(Object.entries(SCREENS))('%s', (name, draw) => {
  test('frames at 40, 80 and 120 columns, as they were looked at', async () => {
    const frames = [40, 80, 120].map((columns) => {
      const {lines} = draw(columns, 34);
      return `${columns} columns\n${lines.map((line) => ` ${textOfLine(line)}`.trimEnd()).join('\n')}\n`;
    });
    await expect(frames.join('\n')).toMatchFileSnapshot(path.join(import.meta.dirname, 'snapshots', `${name}.txt`));
  });

  test.each([20, 40, 60, 80, 120, 200, 500])('no line is wider than %i columns, and the way out is told', (columns) => {
    for (const rows of [3, 6, 10, 15, 24, 50]) {
      const {lines} = draw(columns, rows);
      expect(lines.length).toBeLessThan(rows);
      for (const line of lines) expect(widthOfLine(line) + 1).toBeLessThan(columns);
    }
    const text = draw(columns, 60).lines.map(textOfLine).join(' ');
    expect(text).toMatch(/Esc|any key|q (stop|leave)|\bq\b/);
  });
});
