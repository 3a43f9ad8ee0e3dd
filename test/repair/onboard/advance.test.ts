import {expect, test} from 'vitest';
import {advanceOnboard, beginOnboard, type OnboardTurn} from '../../../src/repair/onboard/advance.ts';
import type {Need, OnboardServer} from '../../../src/repair/onboard/need.ts';
import type {OnboardEvent} from '../../../src/repair/onboard/state.ts';
import {standingOf} from '../../../src/repair/onboard/state.ts';
import {asText, missingIn, onboardMarkdown} from '../../../src/repair/onboard/summary.ts';

const need = (id: string, rest: Partial<Need> = {}): Need => ({
  id,
  kind: 'variable',
  state: 'missing',
  title: `The variable ${id}`,
  detail: 'is not set',
  todo: 'Set it.',
  hints: [],
  change: null,
  ...rest,
});

const server = (name: string, rest: Partial<OnboardServer> = {}): OnboardServer => ({
  key: name,
  name,
  clientName: 'Claude Code',
  file: '/p/.mcp.json',
  line: 3,
  launch: `node ${name}.mjs`,
  question: {
    digest: `digest of ${name}`,
    argv: ['node', `${name}.mjs`],
    url: null,
    cwd: null,
    envNames: [],
    headerNames: [],
    headersHelper: null,
    isProjectFile: true,
    mayDownload: false,
  },
  isApproved: false,
  needs: [],
  ...rest,
});

const after = (servers: readonly OnboardServer[], ...events: readonly OnboardEvent[]): OnboardTurn =>
  events.reduce<OnboardTurn>(
    (turn, event) => advanceOnboard(turn.state, event),
    advanceOnboard(beginOnboard({}).state, {type: 'listed', servers}),
  );

const WORKS = {outcome: 'works', note: 'It answers.', todo: ''} as const;

test('needs come first, then the question, then the look, then the next server, and the end is written', () => {
  const servers = [server('a', {needs: [need('A')]}), server('b', {isApproved: true})];
  expect(after(servers).state.stage).toEqual({at: 'overview'});
  expect(after(servers, {type: 'next'}).state.stage).toEqual({at: 'need', key: 'a', need: 'A'});
  const changing = after(servers, {type: 'next'}, {type: 'value', value: 'v'});
  expect(changing.request).toEqual({kind: 'change', key: 'a', need: 'A', value: 'v'});
  expect(JSON.stringify(changing.state)).not.toContain('"v"');
  const mended = [server('a', {needs: [need('A', {state: 'met'})]}), servers[1] ?? server('b')];
  const asked = advanceOnboard(changing.state, {type: 'changed', servers: mended, note: 'Written.'});
  expect([asked.state.stage, asked.state.notice]).toEqual([{at: 'approve', key: 'a'}, 'Written.']);
  const proving = advanceOnboard(asked.state, {type: 'yes'});
  expect(proving.request).toEqual({kind: 'prove', key: 'a', digest: 'digest of a'});
  const second = advanceOnboard(proving.state, {type: 'proved', key: 'a', answer: WORKS});
  expect(second.request).toEqual({kind: 'prove', key: 'b', digest: 'digest of b'});
  const end = advanceOnboard(second.state, {type: 'proved', key: 'b', answer: WORKS});
  expect(end.request).toEqual({kind: 'finish'});
  expect(advanceOnboard(end.state, {type: 'finished', path: '/s.md'}).state.stage).toEqual({
    at: 'finished',
    path: '/s.md',
  });
});

test('what is put off makes the server wait: it is never started', () => {
  const turn = after([server('a', {isApproved: true, needs: [need('A')]})], {type: 'next'}, {type: 'skip'});
  expect(turn.request).toEqual({kind: 'finish'});
  expect(turn.state.servers.map((one) => standingOf(turn.state, one))).toEqual(['waits']);
});

test.each<OnboardEvent>([{type: 'skip'}, {type: 'next'}, {type: 'value', value: 'y'}, {type: 'again'}])(
  '%j at the question starts nothing',
  (event) => {
    const turn = after([server('a')], {type: 'next'}, event);
    expect(turn.request?.kind).not.toBe('prove');
  },
);

test('an answer holds for the entry that was looked at, and for no other', () => {
  const begun = beginOnboard({a: {skipped: [], isRefused: false, answer: WORKS, digest: 'digest of a'}});
  const same = advanceOnboard(begun.state, {type: 'listed', servers: [server('a')]});
  expect(advanceOnboard(same.state, {type: 'next'}).request).toEqual({kind: 'finish'});
  const other = server('a', {question: {...server('a').question, digest: 'another'}});
  const changed = advanceOnboard(begun.state, {type: 'listed', servers: [other]});
  expect(advanceOnboard(changed.state, {type: 'next'}).state.stage).toEqual({at: 'approve', key: 'a'});
  const missing = advanceOnboard(begun.state, {type: 'listed', servers: [server('a', {needs: [need('A')]})]});
  expect(advanceOnboard(missing.state, {type: 'next'}).state.stage).toEqual({at: 'need', key: 'a', need: 'A'});
});

test('the needs of all servers come before the first look', () => {
  const servers = [server('a', {isApproved: true}), server('b', {needs: [need('B')]})];
  const turn = after(servers, {type: 'next'});
  expect(turn.state.stage).toEqual({at: 'need', key: 'b', need: 'B'});
  expect(advanceOnboard(turn.state, {type: 'skip'}).request).toEqual({kind: 'prove', key: 'a', digest: 'digest of a'});
});

test('a late answer of another server is not taken; interrupt always ends', () => {
  const proving = after([server('a', {isApproved: true})], {type: 'next'});
  expect(advanceOnboard(proving.state, {type: 'proved', key: 'b', answer: WORKS}).state).toBe(proving.state);
  expect(advanceOnboard(proving.state, {type: 'interrupt'}).request).toEqual({kind: 'quit', code: 130});
  const over = advanceOnboard(proving.state, {type: 'quit'});
  expect(advanceOnboard(over.state, {type: 'proved', key: 'a', answer: WORKS})).toEqual({
    state: over.state,
    request: null,
  });
});

test('trouble while it is written leads back to the need; at the end, what is left can be gone through again', () => {
  const servers = [server('a', {needs: [need('A')]})];
  const troubled = after(
    servers,
    {type: 'next'},
    {type: 'value', value: 'v'},
    {type: 'trouble', message: 'The disk is full.'},
  );
  expect([troubled.state.stage, troubled.state.notice]).toEqual([
    {at: 'need', key: 'a', need: 'A'},
    'The disk is full.',
  ]);
  const again = after(
    servers,
    {type: 'next'},
    {type: 'skip'},
    {type: 'finished', path: null},
    {type: 'again'},
    {type: 'listed', servers},
  );
  expect(again.state.stage).toEqual({at: 'need', key: 'a', need: 'A'});
});

test('the list and the summary tell it in words, and text of the project stays text', () => {
  const odd = server('a|b <script>', {
    needs: [need('A', {hints: ['README.md: [click](javascript:x)']}), need('B', {state: 'met', detail: 'is set'})],
  });
  expect(asText([odd], '/p')).toContain('  [ ] The variable A: is not set\n        README.md');
  expect(missingIn([odd])).toBe(1);
  const text = onboardMarkdown(
    {servers: [odd], progress: {}},
    {project: 'p', at: '2026-01-02T00:00:00.000Z', version: '1.0.0'},
  );
  expect(text).toContain('| `a\\|b <script>` | Claude Code | not looked at yet |');
  expect(text).toContain('- [ ] The variable A: is not set. Set it.\n  - `README.md: [click](javascript:x)`');
  expect(text).toContain('- [x] The variable B: is set\n');
});

test('the summary has no link, mention or heading of the project', () => {
  const says = 'see https://x.example/a or ask @someone, #1';
  const odd = server(says, {key: 'a', needs: [need('A', {hints: [says, ' '], detail: says, todo: says, title: says})]});
  const note = '1. a list\n# and a heading';
  const text = onboardMarkdown(
    {
      servers: [odd],
      progress: {a: {skipped: [], answer: {outcome: 'fails', note, todo: ''}, digest: null, isRefused: false}},
    },
    {project: says, at: '2026-01-02T00:00:00.000Z', version: '1.0.0'},
  );
  expect(text.replaceAll(/`[^`]+`/g, '').match(/https|@|#1/g)).toBeNull();
  expect(text).not.toMatch(/^1\. |^# and|^ *-\s*$/m);
});
