import {expect, test} from 'vitest';
import {advanceOnboard} from '../../src/repair/onboard/advance.ts';
import type {Need, OnboardServer} from '../../src/repair/onboard/need.ts';
import {NO_PROGRESS, type OnboardStage, type OnboardState} from '../../src/repair/onboard/state.ts';
import {onboardKeys} from '../../src/wizard/onboard/onboard-keys.ts';
import {onboardView} from '../../src/wizard/onboard/onboard-view.ts';
import {textOfLine, widthOfLine} from '../../src/wizard/parts/line.ts';
import {ASCII, UNICODE} from '../../src/wizard/parts/marks.ts';
import {fieldOf} from '../../src/wizard/parts/text-field.ts';

const need = (id: string, rest: Partial<Need>): Need => ({
  id,
  kind: 'variable',
  state: 'missing',
  title: `The variable ${id}`,
  detail: 'is not set',
  todo: 'Set it in the shell that starts the client, with a sentence that is longer than any narrow terminal is wide.',
  hints: ['README.md: 名前の値は https://notes.example/keys/with/a/rather/long/path?and=a&query=too にあります 👩‍💻'],
  change: null,
  ...rest,
});

const local = '/home/ada/projects/with-a-long-name/.claude/settings.local.json';
const asks = need('ASKED', {
  change: {
    file: local,
    path: ['env', 'ASKED'],
    why: '',
    edit: {kind: 'ask', label: 'ASKED', isSecret: true, shape: 'text'},
  },
});
const agrees = need('AGREED', {change: {file: local, path: ['x'], why: '', edit: {kind: 'set', value: ['notes']}}});
const tells = need('TOLD', {});

const server = (name: string): OnboardServer => ({
  key: name,
  name,
  clientName: 'Claude Code',
  file: '/home/ada/projects/with-a-long-name/.mcp.json',
  line: 12,
  launch: `node ${name}.mjs`,
  question: {
    digest: name,
    argv: ['/usr/bin/node', '', `--option=${'x'.repeat(300)}`, 'two\nlines'],
    url: null,
    cwd: '/home/ada/projects/with-a-long-name',
    envNames: ['ASKED', 'AGREED'],
    headerNames: [],
    headersHelper: 'helper --with "words"',
    isProjectFile: true,
    mayDownload: true,
  },
  isApproved: false,
  needs: [asks, agrees, tells, need('MET', {state: 'met'}), need('LATER', {state: 'later'})],
});

const STAGES: readonly OnboardStage[] = [
  {at: 'loading'},
  {at: 'overview'},
  {at: 'need', key: 'notes', need: 'ASKED'},
  {at: 'need', key: 'notes', need: 'AGREED'},
  {at: 'need', key: 'notes', need: 'TOLD'},
  {at: 'changing', key: 'notes', need: 'ASKED'},
  {at: 'approve', key: 'notes'},
  {at: 'proving', key: 'notes'},
  {at: 'finishing'},
  {at: 'finished', path: '/home/ada/.local/share/mcp-fix/onboarding/with-a-long-name.md'},
  {at: 'ended', code: 0, path: null},
];

const stateAt = (stage: OnboardStage): OnboardState => ({
  servers: [server('notes'), server('天気')],
  progress: {
    天気: {
      ...NO_PROGRESS,
      answer: {outcome: 'fails', note: 'The program ends at once. '.repeat(6), todo: ''},
      digest: '天気',
    },
  },
  stage,
  isWalking: true,
  notice: null,
});

const linesAt = (stage: OnboardStage, width: number, marks = UNICODE) => {
  const view = onboardView({
    state: stateAt(stage),
    width,
    marks,
    field: fieldOf('sésame 名前'.repeat(9)),
    isShown: false,
    tick: 3,
    elapsedMs: 2400,
  });
  return [...view.lead, ...view.body];
};

test.each(STAGES.flatMap((stage) => [20, 40, 80, 120].map((width) => [stage.at, width, stage] as const)))(
  'the screen "%s" in %i columns: no line is wider, and nothing is lost',
  (_at, width, stage) => {
    for (const line of linesAt(stage, width)) expect(widthOfLine(line)).toBeLessThanOrEqual(width);
  },
);

test('the whole command is in the question, and a typed value is on no screen', () => {
  const asked = linesAt({at: 'approve', key: 'notes'}, 60).map(textOfLine).join('\n');
  expect(asked.replaceAll(/\s/g, '')).toContain(`--option=${'x'.repeat(300)}`);
  expect(asked).toContain('""');
  expect(asked).toContain('two\\nlines');
  expect(asked.replaceAll(/\s+/g, ' ')).toContain('Say yes only if you trust who wrote it.');
  const typed = linesAt({at: 'need', key: 'notes', need: 'ASKED'}, 60).map(textOfLine).join('\n');
  expect(typed).toContain('•');
  expect(typed).not.toMatch(/sésame/);
});

test('a plain console is given plain signs', () => {
  const text = linesAt({at: 'overview'}, 80, ASCII).map(textOfLine).join('\n');
  expect(text).not.toMatch(/[✓✗›→━]/);
});

test.each(STAGES.filter((stage) => stage.at !== 'ended').map((stage) => [JSON.stringify(stage), stage] as const))(
  'every key of %s does something, and there is a way out',
  (_name, stage) => {
    const state = stateAt(stage);
    const keys = onboardKeys(state);
    expect(keys.some(({key}) => key === 'escape' || key === 'q')).toBe(true);
    for (const key of keys) {
      const action = key.does({value: 'a value', isAtEnd: true});
      if ('send' in action) expect(advanceOnboard(state, action.send).state).not.toEqual(state);
      else expect(action).toEqual({toggle: 'isShown'});
    }
  },
);

test('a yes without the end of the question on the screen is no yes', () => {
  const keys = onboardKeys(stateAt({at: 'approve', key: 'notes'}));
  const yes = keys.find(({key}) => key === 'y');
  expect(yes?.does({value: '', isAtEnd: false})).toEqual({say: expect.stringContaining('Scroll down')});
  const others = keys.filter(({key}) => key !== 'y').map((key) => key.does({value: '', isAtEnd: true}));
  expect(others).not.toContainEqual({send: {type: 'yes'}});
});
