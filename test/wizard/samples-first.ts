import type {RequestFile} from '../../src/repair/answers.ts';
import type {State, Unfinished} from '../../src/repair/state.ts';
import {play, STATES, serverNamed} from '../repair/stages.ts';
import {checkedOf} from './world.ts';
import {rowOf} from './world-servers.ts';

const tickets = serverNamed('tickets');

/** A server of a request: two that fail, one that works. */
const remote = (name: string, index: number) =>
  rowOf(
    {
      name,
      key: `request\0/home/ada/body.json\0${index}`,
      client: 'anthropic-api',
      clientName: "Anthropic's Messages API",
      scope: 'body.json',
      file: '/home/ada/body.json',
      transport: 'http',
      isApproved: false,
    },
    {argv: [], url: `https://${name}.example/mcp`, headerNames: ['Authorization']},
  );

const ROWS = [remote('search', 0), remote('notes', 1), remote('mail', 2)];
const REQUEST: RequestFile = {file: '/home/ada/body.json', findings: [], rows: ROWS, isPrivateAllowed: false};

const naming = play(STATES.pick, {type: 'open-request'}).state;
const reading = play(naming, {type: 'submit-text', text: 'body.json'}).state;
const opened = play(reading, {type: 'request-read', request: REQUEST}).state;

/** Every row of the request has its answer; the first and the last fail. */
const answeredAll = (from: State): State =>
  ROWS.reduce((state, row, index) => {
    const attempt = state.rows.find(({server}) => server.key === row.key)?.attempt ?? 0;
    const finding = index === 1 ? null : tickets.finding;
    const checked = checkedOf(row, finding, tickets, {status: finding === null ? 'healthy' : 'broken'});
    return play(state, {type: 'checked', checked, attempt}).state;
  }, from);

/** Nothing was sent yet: only the texts were looked at. */
const unasked = ROWS.reduce((state, row) => {
  const attempt = state.rows.find(({server}) => server.key === row.key)?.attempt ?? 0;
  const checked = checkedOf(row, null, tickets, {status: 'unchecked', because: 'untrusted'});
  return play(state, {type: 'checked', checked, attempt}).state;
}, opened);

const approving = play(unasked, {type: 'ask-all'}, {type: 'yes'}).state;
const asked = answeredAll(play(approving, {type: 'approved'}).state);
const wrong = serverNamed('.mcp.json').finding;

const verdict = STATES.verdict.stage;
const change = STATES.change.stage;
if (verdict.at !== 'verdict' || change.at !== 'change') throw new Error('no repair to be left');
const LEFT: readonly Unfinished[] = [
  {id: '1'.repeat(16), at: '2026-11-20T18:05:00.000Z', stage: verdict, reported: null},
  {id: '2'.repeat(16), at: '2026-11-19T09:30:00.000Z', stage: change, reported: null},
];
const left: State = {...STATES.pick, unfinished: LEFT};

/** The screens before a repair, and those beside it. */
export const FIRST: Readonly<Record<string, State>> = {
  'naming-request': naming,
  'reading-request': reading,
  request: unasked,
  'request-asked': asked,
  'request-wrong': {
    ...unasked,
    stage: {at: 'request', request: {...REQUEST, findings: wrong === null ? [] : [wrong]}},
  },
  'approve-request': play(unasked, {type: 'ask-all'}).state,
  'approving-request': approving,
  'naming-copy': play(asked, {type: 'save-copy'}).state,
  'saving-copy': play(asked, {type: 'save-copy'}, {type: 'submit-text', text: 'copy.json'}).state,
  'pick-left': left,
  unfinished: play(left, {type: 'open-unfinished', id: '2'.repeat(16)}).state,
  'unfinished-change': play(left, {type: 'open-unfinished', id: '1'.repeat(16)}).state,
};
