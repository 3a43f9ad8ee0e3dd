import {expect, test} from 'vitest';
import {advance} from '../../src/repair/advance.ts';
import {changeLeft, isUndecided, keptOf, serverOfRepair, takenUp} from '../../src/repair/mid-repair.ts';
import type {State, Unfinished} from '../../src/repair/state.ts';
import {play, RECEIPT, STATES, stageOf} from './stages.ts';

const MID = [
  'capture',
  'classify',
  'ask-status',
  'asking-status',
  'disagree',
  'change',
  'value',
  'planning',
  'confirm',
  'changing',
  'rerunning',
  'proving',
  'verdict',
  'leave',
  'putting-back',
  'record',
  'saving',
] as const;
type Name = keyof typeof STATES;

const keptAt = (name: Name) => {
  const kept = keptOf(STATES[name]);
  if (kept === null) throw new Error(`nothing kept at ${name}`);
  return kept;
};

test.each(MID)('at "%s" the repair is worth keeping, and what is kept can be taken up', (name) => {
  const kept = keptAt(name);
  const taken = takenUp(kept.text(), null);
  expect(taken).not.toBeNull();
  expect(taken === null ? '' : serverOfRepair(taken.stage).key).toBe(kept.key);
  expect(kept.text()).not.toContain('"tickets"');
});

test('nothing is kept of what only looks', () => {
  const others = (Object.keys(STATES) as Name[]).filter((name) => !MID.some((mid) => mid === name));
  expect(others).toContain('ladder');
  for (const name of others) expect(keptOf(STATES[name]), name).toBeNull();
});

test('a change that was made and not judged is known by its receipt; one that was only planned is none', () => {
  for (const name of ['rerunning', 'proving', 'verdict', 'leave', 'putting-back'] as const) {
    const taken = takenUp(keptAt(name).text(), null);
    expect(taken === null ? null : changeLeft(taken.stage), name).toEqual(RECEIPT);
    expect(isUndecided(STATES[name].stage)).toBe(true);
  }
  for (const name of ['confirm', 'changing', 'record'] as const) {
    const taken = takenUp(keptAt(name).text(), null);
    expect(taken === null ? RECEIPT : changeLeft(taken.stage), name).toBeNull();
  }
});

test('a change that was being written when the program ended is in place when the journal has it', () => {
  const {writes, ...kept} = keptAt('changing');
  const text = kept.text();
  expect(writes).toBe('/home/ada/.claude.json');
  expect(keptAt('confirm').writes).toBeNull();
  const taken = takenUp(text, RECEIPT);
  expect(taken === null ? null : changeLeft(taken.stage)).toEqual(RECEIPT);
  // Without the journal's word nothing was made.
  expect(takenUp(text, null)?.stage.at).toBe('change');
});

test('the words that a person pasted are kept without their secrets', () => {
  const token = ['ghp', 'aB3dE6gH9'.repeat(4)].join('_');
  const {stage} = STATES.capture;
  if (stage.at !== 'capture') throw new Error(stage.at);
  const captured = {text: `401 for ${token}`, source: 'pasted', trigger: 'You pasted it.'} as const;
  const state: State = {
    ...STATES.capture,
    reported: `401 for ${token}`,
    stage: {...stage, case: {...stage.case, captured}},
  };
  const text = keptOf(state)?.text() ?? '';
  expect(text).toContain('401 for');
  expect(text).not.toContain(token);
});

test('a text that is none of ours is nothing', () => {
  for (const text of ['', 'null', '[]', '{"schemaVersion":2}', keptAt('change').text().slice(0, -3)])
    expect(takenUp(text, null)).toBeNull();
});

const unfinished = (name: Name): Unfinished => {
  const taken = takenUp(keptAt(name).text(), null);
  if (taken === null) throw new Error(name);
  return {id: 'one', at: '2026-11-21T13:00:00.000Z', ...taken};
};
const opened = (name: Name): State =>
  play({...STATES.pick, unfinished: [unfinished(name)]}, {type: 'open-unfinished', id: 'one'}).state;

test('gone on with: at the step where it was left; a change is checked again first', () => {
  expect(advance(opened('confirm'), {type: 'next'}).state).toMatchObject({stage: {at: 'change'}, unfinished: []});
  const turn = advance(opened('verdict'), {type: 'next'});
  expect(turn.request).toMatchObject({kind: 'rerun', key: keptAt('verdict').key});
  expect(stageOf(turn, 'rerunning').pending).toMatchObject({receipt: RECEIPT});
});

test('decided: kept goes to the record, put back to the list', () => {
  expect(advance(opened('leave'), {type: 'keep'}).state.stage.at).toBe('record');
  const turn = advance(opened('leave'), {type: 'put-back'});
  expect(turn.request).toMatchObject({kind: 'put-back', receipt: RECEIPT});
  expect(play(turn.state, {type: 'was-put-back', note: 'It is back.'}).state).toMatchObject({
    stage: {at: 'pick'},
    notice: 'It is back.',
    unfinished: [],
  });
  // There is nothing to keep or to put back of a repair without a change.
  for (const type of ['keep', 'put-back'] as const)
    expect(advance(opened('confirm'), {type}).state).toEqual(opened('confirm'));
});

test('forgotten: asked for once, and the way to undo is told where a change stays', () => {
  const turn = advance(opened('verdict'), {type: 'forget'});
  expect(turn.request).toMatchObject({kind: 'forget', id: 'one'});
  expect(turn.state).toMatchObject({stage: {at: 'pick'}, unfinished: []});
  expect(turn.state.notice).toContain(`mcp-fix undo ${RECEIPT.id}`);
  expect(advance(opened('change'), {type: 'forget'}).state.notice).toBeNull();
  expect(advance(opened('change'), {type: 'back'}).state.unfinished).toHaveLength(1);
});
