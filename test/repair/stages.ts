import {advance, begin} from '../../src/repair/advance.ts';
import type {Checked, Proved, Reproduction, ServerRow} from '../../src/repair/answers.ts';
import type {Event} from '../../src/repair/event.ts';
import type {WizardList} from '../../src/repair/ports.ts';
import type {Stage, StageAt, StageName, State} from '../../src/repair/state.ts';
import type {Turn} from '../../src/repair/turn.ts';
import {checkedOf} from '../wizard/world.ts';
import {WORLD, type WorldServer} from '../wizard/world-servers.ts';

export const serverNamed = (name: string): WorldServer => {
  const found = WORLD.find(({row}) => row.name === name);
  if (found === undefined) throw new Error(`no server "${name}" in the world`);
  return found;
};

const CLIENTS = [
  {id: 'claude-code', name: 'Claude Code'},
  {id: 'cursor', name: 'Cursor'},
];

export const LIST: WizardList = {
  rows: WORLD.map(({row}) => row),
  looked: ['Claude Code'],
  clients: CLIENTS,
  isPractice: false,
};

const notes = serverNamed('notes');
/** A server that a person typed. */
export const TYPED: ServerRow = {
  ...notes.row,
  key: 'ad-hoc\0' + '1',
  name: 'files-again',
  client: 'ad-hoc',
  clientName: 'Any client',
  scope: 'typed here',
  file: 'typed here',
  line: 1,
  question: {...notes.row.question, digest: 'd'.repeat(64)},
};
export const BROKEN: Checked = checkedOf(notes.row, notes.finding, notes, {status: 'broken'});
export const HEALTHY: Checked = checkedOf(notes.row, null, notes, {status: 'healthy'});
export const PROOF: Proved = {isOk: true, tools: 3, by: 'the SDK', error: null, ms: 5};
export const PREVIEW = {file: '/home/ada/.claude.json', line: 4, diff: ['-a', '+b']};
export const RECEIPT = {id: 'r1', file: '/f', backup: '/b', sha256Before: 'a', sha256After: 'b', at: 'now'};

/** An answer to what is waited for now. */
type Unnumbered<E> = E extends {attempt: number} ? Omit<E, 'attempt'> : never;
export type Answer = Unnumbered<Event>;

export const answered = (state: State, answer: Answer): Turn => {
  const attempt = 'attempt' in state.stage ? state.stage.attempt : state.side;
  return advance(state, {...answer, attempt});
};

/** Plays person's events and answers one after the other. */
export const play = (from: State, ...events: readonly (Event | Answer)[]): Turn =>
  events.reduce<Turn>((turn, event) => (isPersonal(event) ? advance(turn.state, event) : answered(turn.state, event)), {
    state: from,
    request: null,
  });

const PERSONAL = new Set([
  'choose',
  'paste',
  'add',
  'submit-text',
  'yes',
  'no',
  'next',
  'back',
  'again',
  'disagree',
  'say-class',
  'say-finding',
  'choose-fix',
  'value',
  'instead',
  'keep',
  'put-back',
  'try-next',
  'save',
  'export',
  'copy',
  'reproduce',
  'act-as',
  'ask-status',
  'quit',
  'open-unfinished',
  'open-request',
  'ask-all',
  'allow-private',
  'save-copy',
  'forget',
  'interrupt',
]);
const isPersonal = (event: Event | Answer): event is Event => PERSONAL.has(event.type) || 'attempt' in event;

export const stageOf = <N extends StageName>(turn: Turn, at: N): StageAt<N> => {
  const {stage} = turn.state;
  const isIt = (one: Stage): one is StageAt<N> => one.at === at;
  if (!isIt(stage)) throw new Error(`at "${stage.at}", not at "${at}"`);
  return stage;
};

/** The shortest thing that shows the failure of the first server. */
export const REPRO: Reproduction = {
  text: `printf '%s\\n' '{"jsonrpc":"2.0","id":1,"method":"initialize"}' | NOTES_TOKEN="$NOTES_TOKEN" npxx -y @example/notes`,
  variables: ['NOTES_TOKEN'],
  notes: [],
};
const SAME = {isSame: true, words: 'It shows the same: the system does not start it (ENOENT).'};

const start = begin().state;
const listed = play(start, {type: 'listed', list: LIST}).state;
const key = notes.row.key;
const approve = play(listed, {type: 'choose', key}).state;
const probing = play(approve, {type: 'yes'}, {type: 'approved'}).state;
const ladder = play(probing, {type: 'checked', checked: BROKEN}).state;
const PAGE = {provider: 'Acme', page: 'https://status.acme.example', host: 'status.acme.example'};
/** A server of a provider whose status page is known fails as in an outage. */
const down = play(
  probing,
  {type: 'checked', checked: {...BROKEN, statusPage: PAGE}},
  {type: 'next'},
  {type: 'next'},
).state;
const change = play(ladder, {type: 'next'}, {type: 'next'}, {type: 'next'}).state;
const confirm = play(
  change,
  {type: 'choose-fix', id: 'nearest'},
  {type: 'planned', plan: {kind: 'planned', preview: PREVIEW}},
).state;
const changing = play(confirm, {type: 'yes'}).state;
const rerunning = play(changing, {type: 'applied', receipt: RECEIPT}).state;
const fixed = {type: 'rerun', rerun: {checked: HEALTHY, verdict: {kind: 'fixed', note: 'It works.'}}} as const;
const same = {type: 'rerun', rerun: {checked: BROKEN, verdict: {kind: 'same-failure', note: 'As before.'}}} as const;
const proving = play(rerunning, fixed).state;
const verdict = play(proving, {type: 'proved', proof: PROOF}).state;
const record = play(verdict, {type: 'keep'}).state;

/** One state for each stage, reached by the events that a person would cause. */
export const STATES = {
  loading: start,
  pick: listed,
  paste: play(listed, {type: 'paste'}).state,
  typing: play(listed, {type: 'add'}).state,
  adding: play(listed, {type: 'add'}, {type: 'submit-text', text: 'npx x'}).state,
  explaining: play(listed, {type: 'paste'}, {type: 'submit-text', text: 'spawn npxx ENOENT'}).state,
  explained: play(listed, {type: 'paste'}, {type: 'submit-text', text: 'boom'}, {type: 'explained', matches: []}).state,
  approve,
  approving: play(approve, {type: 'yes'}).state,
  probing,
  ladder,
  'as-client': play(ladder, {type: 'act-as'}).state,
  acting: play(ladder, {type: 'act-as'}, {type: 'choose', key: 'cursor'}).state,
  reproducing: play(ladder, {type: 'reproduce'}, {type: 'reproduced', repro: REPRO}).state,
  repro: play(ladder, {type: 'reproduce'}, {type: 'reproduced', repro: REPRO}, {type: 'reproduction-ran', ran: SAME})
    .state,
  capture: play(ladder, {type: 'next'}).state,
  classify: play(ladder, {type: 'next'}, {type: 'next'}).state,
  'ask-status': play(down, {type: 'ask-status'}).state,
  'asking-status': play(down, {type: 'ask-status'}, {type: 'yes'}).state,
  disagree: play(ladder, {type: 'next'}, {type: 'next'}, {type: 'disagree'}).state,
  change,
  value: play(
    change,
    {type: 'choose-fix', id: 'nearest'},
    {type: 'planned', plan: {kind: 'refused', why: 'w', needsValue: 'the name'}},
  ).state,
  planning: play(change, {type: 'choose-fix', id: 'nearest'}).state,
  confirm,
  changing,
  rerunning,
  proving,
  verdict,
  leave: play(verdict, {type: 'back'}).state,
  'putting-back': play(rerunning, same, {type: 'put-back'}).state,
  record,
  saving: play(record, {type: 'save', title: 't', note: '', tags: []}).state,
  ended: play(listed, {type: 'quit'}).state,
} satisfies Partial<Record<StageName, State>>;

export const FAILED_VERDICT: State = play(rerunning, same).state;
