import {describe, expect, test} from 'vitest';
import {CLIENTS} from '../../src/clients/index.ts';
import type {EntryEvidence} from '../../src/model/evidence.ts';
import {advance} from '../../src/repair/advance.ts';
import {fileOutside, waysOutside} from '../../src/repair/kept-outside.ts';
import {fromText, toText} from '../../src/repair/resume.ts';
import {lossOf, watchedChange} from '../../src/repair/watched.ts';
import {sections} from '../helpers/healthy.ts';
import {HEALTHY, PREVIEW, play, RECEIPT, REPRO, STATES, stageOf, TYPED} from './stages.ts';

/** The entry "notes" in a file of that client. */
const entryOf = (id: string): EntryEvidence => {
  const rules = CLIENTS.find((client) => client.id === id)?.rules;
  if (rules === undefined) throw new Error(id);
  const table = id === 'vscode' ? 'servers' : 'mcpServers';
  return {...sections.entry, client: id, name: 'notes', at: [table, 'notes'], rules};
};

const SAME = {isSame: true, words: 'It shows the same.'};

describe('the reproduction', () => {
  test('is made, then run, and comes back to where it was asked for', () => {
    for (const from of ['ladder', 'classify'] as const) {
      const made = play(STATES[from], {type: 'reproduce'});
      expect(made.request).toMatchObject({kind: 'reproduce', finding: {id: 'command-not-found'}});
      const run = play(made.state, {type: 'reproduced', repro: REPRO});
      expect(run.request).toMatchObject({kind: 'rerun-reproduction'});
      expect(stageOf(run, 'reproducing').repro).toEqual(REPRO);
      const done = play(run.state, {type: 'reproduction-ran', ran: SAME});
      expect(stageOf(done, 'repro').ran).toEqual(SAME);
      expect(play(done.state, {type: 'back'}).state.stage.at).toBe(from);
    }
  });
  test('nothing is run where nothing has to be started', () => {
    const turn = play(STATES.ladder, {type: 'reproduce'}, {type: 'reproduced', repro: {...REPRO, text: null}});
    expect(turn.request).toBeNull();
    expect(stageOf(turn, 'repro').ran.isSame).toBeNull();
    expect(advance(turn.state, {type: 'copy'}).request).toBeNull();
  });
  test('is copied on the key alone, also while it runs', () => {
    for (const state of [STATES.reproducing, STATES.repro]) {
      const turn = advance(state, {type: 'copy'});
      expect(turn.request).toMatchObject({kind: 'copy-text', text: REPRO.text});
      expect(turn.state.stage).toEqual(state.stage);
    }
  });
  test('leaving stops the run, and its answer is late', () => {
    const left = play(STATES.reproducing, {type: 'back'});
    expect(left.request).toMatchObject({kind: 'cancel'});
    expect(left.state.stage.at).toBe('ladder');
    const attempt = STATES.reproducing.attempt;
    expect(advance(left.state, {type: 'reproduction-ran', ran: SAME, attempt}).state).toEqual(left.state);
  });
  test('trouble while it runs leaves the lines on the screen', () => {
    const turn = play(STATES.reproducing, {type: 'trouble', message: 'It went away.'});
    expect(stageOf(turn, 'repro')).toMatchObject({repro: REPRO, ran: {isSame: null, words: 'It went away.'}});
  });
});

describe('as another client', () => {
  test('a row of its own, asked about anew', () => {
    const asked = play(STATES.ladder, {type: 'act-as'}, {type: 'choose', key: 'cursor'});
    expect(asked.request).toMatchObject({kind: 'act-as', client: 'cursor'});
    const turn = play(asked.state, {type: 'added', server: {...TYPED, isApproved: false}});
    expect(turn.state.stage.at).toBe('approve');
    expect(turn.state.rows).toHaveLength(STATES.ladder.rows.length + 1);
  });
  test('a client that cannot be acted as is told, and another can be chosen', () => {
    const turn = play(STATES.acting, {type: 'trouble', message: 'It is gone.'});
    expect([turn.state.stage.at, turn.state.notice]).toEqual(['as-client', 'It is gone.']);
    expect(play(turn.state, {type: 'back'}).state.stage.at).toBe('ladder');
  });
});

describe('a value that does not stand any more', () => {
  const lost = {type: 'lost', receipt: RECEIPT.id, note: 'Cursor seems to be running.', attempt: 0} as const;
  test('is watched on the screens of the change, and nowhere else', () => {
    const watched = Object.entries(STATES).filter(([, state]) => watchedChange(state) !== null);
    expect(watched.map(([name]) => name)).toEqual(['verdict', 'leave', 'record', 'saving']);
  });
  test.each(['verdict', 'record', 'saving', 'leave'] as const)('takes the word "fixed" back at %s', (at) => {
    const {state} = advance(STATES[at], lost);
    expect(state.stage).toMatchObject({at, outcome: {verdict: {kind: 'cannot-tell', note: lost.note}}});
    expect(lossOf(state)).toBe(lost.note);
    expect(watchedChange(state)).toBeNull();
  });
  test('the record that is saved after it does not claim a fix', () => {
    const turn = play(advance(STATES.record, lost).state, {type: 'save', title: 't', note: '', tags: []});
    expect(turn.request).toMatchObject({kind: 'save', draft: {record: {proof: {outcome: 'kept'}}}});
  });
  test('another change is none of its business, and a new look forgets it', () => {
    const {state} = advance(STATES.verdict, {...lost, receipt: 'another'});
    expect(state.stage).toEqual(STATES.verdict.stage);
    const again = play(advance(STATES.verdict, lost).state, {type: 'again'});
    expect([again.state.stage.at, again.state.lost]).toEqual(['rerunning', null]);
  });
  test('a state that was saved before there was such a thing is begun anew', () => {
    const {clients: _clients, ...old} = STATES.ladder;
    expect(fromText(JSON.stringify({schemaVersion: 1, state: old}))).toBeNull();
    expect(fromText(toText(STATES.repro))?.stage.at).toBe('repro');
    expect(fromText(toText(STATES.reproducing))?.stage.at).toBe('ladder');
  });
});

describe('a secret kept out of the file', () => {
  const ways = (client: string, path: readonly string[], platform: 'linux' | 'win32' = 'linux') => {
    const entry = entryOf(client);
    const edit = {kind: 'ask', label: 'x', isSecret: true, shape: 'token'} as const;
    return waysOutside(entry, {file: entry.file, path: [...entry.at, ...path], edit, why: 'x'}, platform);
  };
  test('in the spelling of the client, where the client replaces it', () => {
    expect(ways('claude-code', ['headers', 'Authorization'])).toMatchObject([
      {id: 'variable', reference: '${NOTES_TOKEN}'},
    ]);
    expect(ways('cursor', ['env', 'API_KEY'])).toMatchObject([{id: 'variable', reference: '${env:API_KEY}'}]);
    expect(ways('vscode', ['env', 'API_KEY'])).toMatchObject([
      {id: 'variable', reference: '${env:API_KEY}'},
      {id: 'input', reference: '${input:api-key}'},
    ]);
    expect(ways('opencode', ['headers', 'X-Key'])).toMatchObject([{id: 'variable', reference: '{env:NOTES_TOKEN}'}]);
  });
  test('no way where it would be taken for letters', () => {
    expect(ways('claude-desktop', ['env', 'API_KEY'])).toEqual([]);
    expect(ways('kiro', ['type'])).toEqual([]);
    expect(ways('amazon-q', ['url'])).toEqual([]);
  });
  test('or comes from a file, where the client reads one and the entry names none', () => {
    const edit = {kind: 'ask', label: 'x', isSecret: true, shape: 'token'} as const;
    const file = (client: string, path: readonly string[], own: Partial<EntryEvidence> = {}) => {
      const entry = {...entryOf(client), isProjectFile: true, ...own};
      return fileOutside(entry, {file: entry.file, path: [...entry.at, ...path], edit, why: 'x'});
    };
    expect(file('vscode', ['env', 'API_KEY'])?.change).toMatchObject({
      path: ['servers', 'notes', 'envFile'],
      edit: {kind: 'set'},
    });
    expect(file('cursor', ['env', 'API_KEY'])?.hint.words).toContain('API_KEY=');
    expect(file('vscode', ['headers', 'X-Key'])).toBeNull();
    expect(file('claude-code', ['env', 'API_KEY'])).toBeNull();
    expect(file('vscode', ['env', 'API_KEY'], {isProjectFile: false})).toBeNull();
    expect(file('vscode', ['env', 'API_KEY'], {raw: {command: 'node', envFile: '.env'}})).toBeNull();
  });
  test('the words are those of the platform', () => {
    expect(ways('cursor', ['env', 'API_KEY'])[0]?.hint.words).toContain('export API_KEY=');
    expect(ways('cursor', ['env', 'API_KEY'], 'win32')[0]?.hint.words).toContain('setx API_KEY');
  });
});

test('a server that was started with a question in place of the value is not called repaired', () => {
  const value = {type: 'value', value: '${input:x}', hint: {words: 'VS Code asks.', isProvable: false}} as const;
  const fixed = {type: 'rerun', rerun: {checked: HEALTHY, verdict: {kind: 'fixed', note: 'It works.'}}} as const;
  const turn = play(
    STATES.value,
    value,
    {type: 'planned', plan: {kind: 'planned', preview: PREVIEW}},
    {type: 'yes'},
    {type: 'applied', receipt: RECEIPT},
    fixed,
  );
  expect(stageOf(turn, 'verdict').outcome.verdict.kind).toBe('cannot-tell');
  const known = play(
    STATES.value,
    {...value, hint: {words: 'Set it.', isProvable: true}},
    {type: 'planned', plan: {kind: 'planned', preview: PREVIEW}},
    {type: 'yes'},
    {type: 'applied', receipt: RECEIPT},
    fixed,
  );
  expect(known.state.stage.at).toBe('proving');
});
