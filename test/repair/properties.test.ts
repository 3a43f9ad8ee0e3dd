import fc from 'fast-check';
import {expect, test} from 'vitest';
import {advance, begin} from '../../src/repair/advance.ts';
import type {Event} from '../../src/repair/event.ts';
import type {Request} from '../../src/repair/request.ts';
import {fromText, toText} from '../../src/repair/resume.ts';
import type {State} from '../../src/repair/state.ts';
import {WORLD} from '../wizard/world-servers.ts';
import {BROKEN, HEALTHY, LIST, PREVIEW, PROOF, RECEIPT, STATES, TYPED} from './stages.ts';

const keys = WORLD.map(({row}) => row.key);
const fixes = WORLD.flatMap(({finding}) => finding?.fixes.map((fix) => fix.id) ?? []);

const person: fc.Arbitrary<Event> = fc.oneof(
  fc.constantFrom<Event>(
    {type: 'paste'},
    {type: 'add'},
    {type: 'yes'},
    {type: 'no'},
    {type: 'next'},
    {type: 'back'},
    {type: 'again'},
    {type: 'disagree'},
    {type: 'reproduce'},
    {type: 'act-as'},
    {type: 'keep'},
    {type: 'put-back'},
    {type: 'try-next'},
    {type: 'copy'},
    {type: 'export', where: 'own'},
    {type: 'save', title: 't', note: '', tags: []},
    {type: 'submit-text', text: 'ENOENT'},
    {type: 'value', value: 'v', hint: null},
    {type: 'say-class', class: 'auth'},
    {type: 'say-finding', index: 0},
  ),
  fc.constantFrom(...keys).map((key): Event => ({type: 'choose', key})),
  fc.constantFrom(...fixes).map((id): Event => ({type: 'choose-fix', id})),
);

type Unnumbered<E> = E extends {attempt: number} ? Omit<E, 'attempt'> : never;
const saved = {
  type: 'saved',
  record: {...draft(), schemaVersion: 1, id: 'x', at: '2026', environment: environment(), fingerprint: 'f'},
} as const;
const answer: fc.Arbitrary<Unnumbered<Event>> = fc.constantFrom<Unnumbered<Event>>(
  {type: 'listed', list: LIST},
  {type: 'checked', checked: BROKEN},
  {type: 'checked', checked: HEALTHY},
  {type: 'approved'},
  {type: 'added', server: TYPED},
  {type: 'progress', step: 'config', ms: 3},
  {type: 'planned', plan: {kind: 'planned', preview: PREVIEW}},
  {type: 'planned', plan: {kind: 'refused', why: 'no', needsValue: null}},
  {type: 'applied', receipt: RECEIPT},
  {type: 'ran', ran: {exitCode: 0, output: '', ms: 1}},
  {type: 'rerun', rerun: {checked: HEALTHY, verdict: {kind: 'fixed', note: 'n'}}},
  {type: 'rerun', rerun: {checked: BROKEN, verdict: {kind: 'same-failure', note: 'n'}}},
  {type: 'proved', proof: PROOF},
  {type: 'was-put-back', note: 'n'},
  {type: 'explained', matches: []},
  {type: 'similar', records: []},
  {type: 'trouble', message: 'm'},
  saved,
);

/** An answer mostly fits what is waited for; sometimes it is late. */
const step = fc.oneof(
  {weight: 3, arbitrary: person.map((event) => () => event)},
  {
    weight: 4,
    arbitrary: fc.tuple(answer, fc.nat(9)).map(([one, late]) => (state: State): Event => {
      const now = 'attempt' in state.stage ? state.stage.attempt : state.side;
      return {...one, attempt: late === 0 ? now - 1 : now};
    }),
  },
);

test('no sequence of events crashes; at most one change is pending; every answer that is waited for was asked for', () => {
  fc.assert(
    fc.property(fc.array(step, {maxLength: 60}), (steps) => {
      let {state} = begin();
      let open = 0;
      for (const make of steps) {
        const event = make(state);
        const turn = advance(state, event);
        open += opened(turn.request) - closed(state, event, turn.state);
        expect(open).toBeLessThanOrEqual(1);
        expect(JSON.parse(JSON.stringify(turn.state))).toEqual(turn.state);
        if ('attempt' in turn.state.stage) expect(turn.state.stage.attempt).toBeLessThanOrEqual(turn.state.attempt);
        state = turn.state;
      }
    }),
    {numRuns: 400},
  );
});

/** A change is open from its wish until it is kept, put back, or did not come about. */
const opened = (request: Request | null): number => (request?.kind === 'apply' || request?.kind === 'run' ? 1 : 0);

const UNDECIDED = ['changing', 'rerunning', 'proving', 'verdict', 'leave', 'putting-back', 'record', 'saving', 'done'];
const closed = (before: State, _event: Event, after: State): number => {
  const was = UNDECIDED.includes(before.stage.at) && !isAdvice(before);
  return was && !UNDECIDED.includes(after.stage.at) ? 1 : 0;
};
const isAdvice = ({stage}: State): boolean =>
  ('pending' in stage && stage.pending.kind === 'advice') ||
  ('outcome' in stage && stage.outcome.pending.kind === 'advice');

test('from every state, back and quit lead to the end', () => {
  for (const state of Object.values(STATES)) {
    let at: State = state;
    for (let times = 0; times < 30 && at.stage.at !== 'ended'; times += 1) {
      const away = at.stage.at === 'record' ? ({type: 'quit'} as const) : ({type: 'back'} as const);
      const back = advance(at, away).state;
      const left = back.stage.at === at.stage.at ? advance(at, {type: 'quit'}).state : back;
      if (left.stage.at === 'leave') at = advance(left, {type: 'keep'}).state;
      else if (left.stage.at === 'changing')
        at = advance(left, {type: 'trouble', message: 'm', attempt: left.stage.attempt}).state;
      else if (left.stage.at === 'putting-back')
        at = advance(left, {type: 'was-put-back', note: '', attempt: left.stage.attempt}).state;
      else at = left;
    }
    expect(at.stage.at).toBe('ended');
  }
});

test('every state can be saved and gone on with; nothing in it waits for an answer', () => {
  for (const state of Object.values(STATES)) {
    const resumed = fromText(toText(state));
    if (resumed === null) throw new Error(`not resumed: ${state.stage.at}`);
    expect('attempt' in resumed.stage).toBe(false);
    expect(resumed.stage.at).not.toBe('ended');
    expect(resumed.rows.every((row) => row.attempt === 0)).toBe(true);
  }
  expect(fromText('{"schemaVersion": 2}')).toBeNull();
  expect(fromText('{"schemaVersion": 1, "state": {"attempt": 1, "rows": [], "stage": {"at": "toString"}}}')).toBeNull();
  expect(fromText('not json')).toBeNull();
});

function draft() {
  return {
    title: 't',
    note: '',
    tags: [],
    server: {
      name: 'n',
      client: 'c',
      clientName: 'C',
      scope: 'user',
      file: '/f',
      transport: 'stdio',
      command: null,
      url: null,
    },
    error: {text: '', source: 'probe', trigger: ''},
    failure: {id: 'x', class: 'config', step: 'config', title: '', cause: '', evidence: []},
    disagreed: null,
    change: {title: '', kind: 'edit', file: null, line: null, diff: [], command: null, receipt: null},
    before: '',
    after: '',
    proof: {outcome: 'fixed', by: '', tools: null, ms: 0},
    howToCheck: '',
  } as const;
}

function environment() {
  return {mcpFix: '1', os: 'linux', node: '20', commandPath: null, protocol: null, server: null};
}
