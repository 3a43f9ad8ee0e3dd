import {describe, expect, test} from 'vitest';
import {advance} from '../../src/repair/advance.ts';
import {draftOf} from '../../src/repair/draft-of.ts';
import type {Event} from '../../src/repair/event.ts';
import type {StageName, State} from '../../src/repair/state.ts';
import {
  answered,
  BROKEN,
  FAILED_VERDICT,
  HEALTHY,
  LIST,
  PREVIEW,
  play,
  RECEIPT,
  STATES,
  serverNamed,
  stageOf,
  TYPED,
} from './stages.ts';

const notes = serverNamed('notes').row.key;
const tickets = serverNamed('tickets').row.key;

describe('what a person does at each stage', () => {
  const table: readonly [keyof typeof STATES, Event, StageName, string | null][] = [
    ['loading', {type: 'back'}, 'ended', 'quit'],
    ['pick', {type: 'choose', key: notes}, 'approve', null],
    ['pick', {type: 'choose', key: tickets}, 'probing', null],
    ['pick', {type: 'choose', key: 'nobody'}, 'pick', null],
    ['pick', {type: 'paste'}, 'paste', null],
    ['pick', {type: 'again'}, 'loading', 'list'],
    ['pick', {type: 'back'}, 'ended', 'quit'],
    ['pick', {type: 'yes'}, 'pick', null],
    ['pick', {type: 'add'}, 'typing', null],
    ['typing', {type: 'submit-text', text: 'npx x'}, 'adding', 'add'],
    ['typing', {type: 'submit-text', text: '  '}, 'typing', null],
    ['typing', {type: 'back'}, 'pick', null],
    ['adding', {type: 'back'}, 'typing', null],
    ['paste', {type: 'submit-text', text: 'x'}, 'explaining', 'explain'],
    ['paste', {type: 'submit-text', text: ' \n'}, 'paste', null],
    ['paste', {type: 'back'}, 'pick', null],
    ['explaining', {type: 'back'}, 'paste', null],
    ['explained', {type: 'next'}, 'pick', null],
    ['explained', {type: 'back'}, 'paste', null],
    ['approve', {type: 'yes'}, 'approving', 'approve'],
    ['approve', {type: 'no'}, 'pick', null],
    ['approve', {type: 'back'}, 'pick', null],
    ['approve', {type: 'next'}, 'approve', null],
    ['probing', {type: 'back'}, 'pick', 'cancel'],
    ['ladder', {type: 'next'}, 'capture', null],
    ['ladder', {type: 'again'}, 'probing', 'probe'],
    ['ladder', {type: 'paste'}, 'paste', null],
    ['ladder', {type: 'back'}, 'pick', null],
    ['capture', {type: 'next'}, 'classify', null],
    ['capture', {type: 'back'}, 'ladder', null],
    ['classify', {type: 'next'}, 'change', null],
    ['classify', {type: 'disagree'}, 'disagree', null],
    ['classify', {type: 'back'}, 'capture', null],
    ['disagree', {type: 'say-class', class: 'auth'}, 'classify', null],
    ['disagree', {type: 'say-finding', index: 9}, 'disagree', null],
    ['disagree', {type: 'back'}, 'classify', null],
    ['change', {type: 'choose-fix', id: 'nearest'}, 'planning', 'plan'],
    ['change', {type: 'choose-fix', id: 'install'}, 'confirm', null],
    ['change', {type: 'choose-fix', id: 'ask-maker'}, 'confirm', null],
    ['change', {type: 'choose-fix', id: 'no-such'}, 'change', null],
    ['change', {type: 'back'}, 'classify', null],
    ['value', {type: 'value', value: 'v', hint: null}, 'planning', 'plan'],
    ['value', {type: 'back'}, 'change', null],
    ['planning', {type: 'back'}, 'change', null],
    ['confirm', {type: 'yes'}, 'changing', 'apply'],
    ['confirm', {type: 'no'}, 'change', null],
    ['confirm', {type: 'next'}, 'confirm', null],
    ['confirm', {type: 'back'}, 'change', null],
    ['changing', {type: 'back'}, 'changing', null],
    ['changing', {type: 'quit'}, 'changing', null],
    ['rerunning', {type: 'back'}, 'verdict', 'cancel'],
    ['rerunning', {type: 'quit'}, 'verdict', 'cancel'],
    ['proving', {type: 'back'}, 'verdict', 'cancel'],
    ['verdict', {type: 'keep'}, 'record', null],
    ['verdict', {type: 'put-back'}, 'putting-back', 'put-back'],
    ['verdict', {type: 'again'}, 'rerunning', 'rerun'],
    ['verdict', {type: 'back'}, 'leave', null],
    ['verdict', {type: 'quit'}, 'leave', null],
    ['leave', {type: 'back'}, 'verdict', null],
    ['leave', {type: 'put-back'}, 'putting-back', 'put-back'],
    ['leave', {type: 'keep'}, 'record', null],
    ['record', {type: 'save', title: '', note: 'n', tags: []}, 'saving', 'save'],
    ['record', {type: 'back'}, 'verdict', null],
    ['saving', {type: 'back'}, 'record', null],
    ['ended', {type: 'choose', key: notes}, 'ended', null],
  ];
  test.each(table)('%s + %o → %s', (at, event, next, request) => {
    expect(STATES[at].stage.at).toBe(at);
    const turn = advance(STATES[at], event);
    expect(turn.state.stage.at).toBe(next);
    expect(turn.request?.kind ?? null).toBe(request);
  });
});

describe('trouble goes back to where the person can do something, and says what it is', () => {
  const table: readonly [keyof typeof STATES, StageName][] = [
    ['loading', 'pick'],
    ['explaining', 'paste'],
    ['approving', 'pick'],
    ['probing', 'pick'],
    ['planning', 'change'],
    ['changing', 'change'],
    ['putting-back', 'verdict'],
    ['saving', 'record'],
  ];
  test.each(table)('%s → %s', (at, next) => {
    const {state} = answered(STATES[at], {type: 'trouble', message: 'The disk is full.'});
    expect(state.stage.at).toBe(next);
    expect(state.notice).toBe('The disk is full.');
  });

  test('a rerun that breaks off is "cannot tell", with the change still there to decide', () => {
    const turn = answered(STATES.rerunning, {type: 'trouble', message: 'Time ran out.'});
    const {outcome} = stageOf(turn, 'verdict');
    expect(outcome.verdict).toEqual({kind: 'cannot-tell', note: 'Time ran out.'});
    expect(outcome.pending.kind).toBe('edit');
  });
});

test('a late answer is ignored', () => {
  const late: Event = {type: 'checked', checked: BROKEN, attempt: STATES.probing.attempt};
  const gone = advance(STATES.probing, {type: 'back'}).state;
  expect(advance(gone, late).state.stage.at).toBe('pick');
  const second = play(gone, {type: 'choose', key: notes}).state;
  expect(advance(second, late).state.stage.at).toBe(second.stage.at);
});

test('statuses come in while the person is elsewhere; the one that was left does not change any more', () => {
  const {state} = advance(STATES.paste, {
    type: 'checked',
    checked: {...HEALTHY, key: tickets},
    attempt: rowFor(STATES.paste, tickets).attempt,
  });
  expect(state.stage.at).toBe('paste');
  expect(rowFor(state, tickets).status).toBe('healthy');
  expect(advance(state, {type: 'checked', checked: {...BROKEN, key: tickets}, attempt: 77}).state).toEqual(state);
});

test('only approved servers and files are looked at unasked', () => {
  const turn = answered(STATES.loading, {type: 'listed', list: LIST});
  expect(turn.request).toMatchObject({kind: 'probe-all'});
  const keys = turn.request?.kind === 'probe-all' ? turn.request.keys : [];
  expect(keys).toContain(tickets);
  expect(keys).not.toContain(notes);
  expect(rowFor(turn.state, notes).status).toBe('unasked');
});

test('an answer "not trusted" asks again instead of showing a ladder', () => {
  const untrusted = {...BROKEN, status: 'unchecked', because: 'untrusted'} as const;
  expect(answered(STATES.probing, {type: 'checked', checked: untrusted}).state.stage.at).toBe('approve');
});

test('a plan that needs a value asks for it, and the value is in no state', () => {
  const turn = play(STATES.value, {type: 'value', value: 'sesame-open', hint: null});
  expect(turn.request).toMatchObject({kind: 'plan', value: 'sesame-open'});
  expect(JSON.stringify(turn.state)).not.toContain('sesame-open');
  const confirm = answered(turn.state, {type: 'planned', plan: {kind: 'planned', preview: PREVIEW}});
  expect(confirm.state.stage.at).toBe('confirm');
  expect(JSON.stringify(confirm.state)).not.toContain('sesame-open');
});

test('after a change is put back it stands as tried, and the row says what it said before', () => {
  const turn = play(FAILED_VERDICT, {type: 'try-next'}, {type: 'was-put-back', note: 'The old text is back.'});
  expect(stageOf(turn, 'change').case.tried).toEqual(['nearest']);
  expect(rowFor(turn.state, notes).status).toBe('broken');
  expect(turn.state.notice).toBe('The old text is back.');
});

test('the row tells the entry as it is written now, and as it was once it is put back', () => {
  const {row} = serverNamed('notes');
  const written = {...row, launch: 'npx -y @example/notes', isApproved: false};
  const verdict = {kind: 'other-failure', further: true, id: 'x', note: 'x'} as const;
  const turn = play(STATES.rerunning, {type: 'rerun', rerun: {checked: BROKEN, verdict, server: written}});
  // The yes to it was carried over the change.
  expect(rowFor(turn.state, notes).server).toEqual({...written, isApproved: true});
  const words = {title: '', note: '', tags: []};
  const record = {
    ...draftOf(stageOf(turn, 'verdict').outcome, words).record,
    schemaVersion: 1,
    id: '1',
    at: '2026-11-21T13:00:00.000Z',
    environment: {mcpFix: '1', os: 'linux', node: '20', commandPath: null, protocol: null, server: null},
    fingerprint: 'f',
  } as const;
  const saved = play(turn.state, {type: 'keep'}, {type: 'save', ...words}, {type: 'saved', record}, {type: 'next'});
  expect(stageOf(saved, 'ladder').case.server.launch).toBe('npx -y @example/notes');
  const back = play(turn.state, {type: 'put-back'}, {type: 'was-put-back', note: 'x'});
  expect(rowFor(back.state, notes).server.launch).toBe(row.launch);
});

test('a real client that does not connect takes back the "fixed"', () => {
  const proof = {isOk: false, tools: null, by: 'the SDK', error: 'closed', ms: 4};
  const turn = answered(STATES.proving, {type: 'proved', proof});
  expect(stageOf(turn, 'verdict').outcome.verdict).toMatchObject({kind: 'cannot-tell'});
});

test('Ctrl-C ends at once with 130, and says which change is left', () => {
  const turn = advance(STATES.verdict, {type: 'interrupt'});
  expect(turn.request).toEqual({kind: 'quit', code: 130});
  expect(stageOf(turn, 'ended').left).toMatchObject({kind: 'edit', receipt: RECEIPT});
  expect(stageOf(advance(STATES.change, {type: 'interrupt'}), 'ended').left).toBeNull();
});

test('a disagreement is noted; agreeing after all takes it away', () => {
  const auth = play(STATES.disagree, {type: 'say-class', class: 'auth'});
  expect(stageOf(auth, 'classify').case.disagreed).toEqual({class: 'auth', id: null});
  const again = play(auth.state, {type: 'disagree'}, {type: 'say-class', class: 'config'});
  expect(stageOf(again, 'classify').case.disagreed).toBeNull();
});

test('a pasted error becomes the captured one, word for word', () => {
  const {row} = serverNamed('tickets');
  const turn = play(
    STATES.explained,
    {type: 'next'},
    {type: 'choose', key: row.key},
    {type: 'checked', checked: {...BROKEN, key: row.key}},
  );
  expect(stageOf(turn, 'ladder').case.captured).toEqual({text: 'boom', source: 'pasted', trigger: 'You pasted it.'});
});

const rowFor = (state: State, key: string): State['rows'][number] => {
  const row = state.rows.find((one) => one.server.key === key);
  if (row === undefined) throw new Error(`no row ${key}`);
  return row;
};

test('a mended file can be answered by a server of it, and its row still gets its status', () => {
  const key = serverNamed('.mcp.json').row.key;
  const confirm = play(
    STATES.pick,
    {type: 'choose', key},
    {type: 'checked', checked: {...BROKEN, key}},
    {type: 'next'},
    {type: 'next'},
    {type: 'next'},
    {type: 'choose-fix', id: 'nearest'},
    {type: 'planned', plan: {kind: 'planned', preview: PREVIEW}},
    {type: 'yes'},
    {type: 'applied', receipt: RECEIPT},
    {type: 'rerun', rerun: {checked: HEALTHY, verdict: {kind: 'fixed', note: 'It works.'}}},
  );
  expect(confirm.state.stage.at).toBe('verdict');
  expect(rowFor(confirm.state, key).status).toBe('healthy');
});

describe('where the changed entry needs a yes of its own', () => {
  const untrusted = {...BROKEN, status: 'unchecked', because: 'untrusted'} as const;
  const {row} = serverNamed('notes');
  const server = {...row, question: {...row.question, digest: 'e'.repeat(64)}};
  const asked = answered(STATES.rerunning, {
    type: 'rerun',
    rerun: {checked: untrusted, verdict: {kind: 'cannot-tell', note: 'untrusted'}, server},
  });

  test('it is asked, for exactly what would start now, and then looked at again', () => {
    expect(asked.state.stage.at).toBe('approve');
    const yes = advance(asked.state, {type: 'yes'});
    expect(yes.request).toMatchObject({kind: 'approve', digest: server.question.digest});
    const again = answered(yes.state, {type: 'approved'});
    expect(again.request).toMatchObject({kind: 'rerun'});
    expect(stageOf(again, 'rerunning').pending).toMatchObject({kind: 'edit', receipt: RECEIPT});
  });
  test.each(['no', 'back', 'quit'] as const)('%s starts nothing, and leaves the change to be decided', (type) => {
    const turn = advance(asked.state, {type});
    expect(turn.request).toBeNull();
    expect(stageOf(turn, 'verdict').outcome).toMatchObject({verdict: {kind: 'cannot-tell'}, pending: {kind: 'edit'}});
  });
  test('Ctrl-C there tells of the change that is left', () => {
    expect(stageOf(advance(asked.state, {type: 'interrupt'}), 'ended').left).toMatchObject({kind: 'edit'});
  });
});

describe('a server that a person typed', () => {
  test('becomes a row, and is asked about before anything starts', () => {
    const turn = play(STATES.adding, {type: 'added', server: TYPED});
    expect(stageOf(turn, 'approve').server.key).toBe(TYPED.key);
    expect(turn.request).toBeNull();
    expect(turn.state.rows.at(-1)).toMatchObject({server: TYPED, status: 'unasked', checked: null});
    expect(turn.state.rows).toHaveLength(LIST.rows.length + 1);
  });

  test('typed twice it is one row', () => {
    const once = play(STATES.adding, {type: 'added', server: TYPED}, {type: 'back'});
    const twice = play(once.state, {type: 'add'}, {type: 'submit-text', text: 'npx x'}, {type: 'added', server: TYPED});
    expect(twice.state.rows).toHaveLength(LIST.rows.length + 1);
    expect(twice.state.stage.at).toBe('approve');
  });

  test('with a yes of before it is looked at at once', () => {
    const turn = play(STATES.adding, {type: 'added', server: {...TYPED, isApproved: true}});
    expect(turn.request).toMatchObject({kind: 'probe', key: TYPED.key});
  });

  test('refused, the line is there again with the reason', () => {
    const {state} = play(STATES.adding, {type: 'trouble', message: 'There is no program to start in this.'});
    expect(state.stage.at).toBe('typing');
    expect(state.notice).toMatch(/no program/);
  });

  test('its text, which may hold a token, is in the wish and in no state', () => {
    const turn = play(STATES.typing, {type: 'submit-text', text: 'npx x --token sesame'});
    expect(turn.request).toMatchObject({kind: 'add', text: 'npx x --token sesame'});
    expect(JSON.stringify(turn.state)).not.toContain('sesame');
  });
});
