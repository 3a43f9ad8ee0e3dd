import {expect, test} from 'vitest';
import type {Finding} from '../../src/model/finding.ts';
import type {Case, Stage, State} from '../../src/repair/state.ts';
import {look, NOTHING_HELD} from '../../src/wizard/hold.ts';
import {textOfLine} from '../../src/wizard/parts/line.ts';
import {UNICODE} from '../../src/wizard/parts/marks.ts';
import {fieldOf} from '../../src/wizard/parts/text-field.ts';
import {evidenceOf, type PartialEvidence} from '../helpers/evidence.ts';
import {STATES} from '../repair/stages.ts';

const setting = {size: {columns: 100, rows: 60}, marks: UNICODE, isWords: false, tick: 0, nowMs: 0};

const drawn = (state: State, typed = ''): string => {
  const {held} = look(NOTHING_HELD, {...setting, state});
  const now = {...held, ui: {...held.ui, fields: {value: fieldOf(typed)}}};
  return look(typed === '' ? held : now, {...setting, state})
    .layout.lines.map(textOfLine)
    .join('\n');
};

const caseOf = (evidence: PartialEvidence): Case => {
  const {stage} = STATES.classify;
  if (stage.at !== 'classify') throw new Error('no case');
  return {...stage.case, checked: {...stage.case.checked, evidence: evidenceOf(evidence)}};
};
const at = (stage: Stage): State => ({...STATES.classify, stage});

const URL_NOW = 'http://localhost:4821/mpc';
const entry = {file: '/f', at: ['mcpServers', 'notes'], url: URL_NOW, headerNames: ['X-Tenant']} as const;

const asking = (path: readonly string[], isSecret: boolean): State => {
  const fix: Finding['fixes'][number] = {
    id: 'url',
    title: 'Correct the URL',
    kind: 'edit',
    change: {file: '/f', path, edit: {kind: 'ask', label: 'The whole URL', isSecret, shape: 'url'}, why: ''},
  };
  if (fix.kind !== 'edit') throw new Error('no edit');
  return at({at: 'value', case: caseOf({entry}), fix, label: 'The whole URL'});
};

test('a value that is corrected is seen beside the line; a secret one, and another place, is not', () => {
  expect(drawn(asking(['mcpServers', 'notes', 'url'], false))).toContain(`It is now   ${URL_NOW}`);
  expect(drawn(asking(['mcpServers', 'notes', 'url'], true))).not.toContain('It is now');
  expect(drawn(asking(['mcpServers', 'other', 'url', 'x'], false))).not.toContain('It is now');
});

test('while the value has an odd shape the next key is not "see what it does", and the trouble is said once', () => {
  const odd = drawn(asking(['mcpServers', 'notes', 'url'], false), 'localhost:4821');
  expect(odd).toContain('→ Correct it, then press Enter; Ctrl-U empties the line');
  expect(odd.match(/A URL begins with/g)).toHaveLength(1);
  const good = drawn(asking(['mcpServers', 'notes', 'url'], false), 'http://localhost:4821/mcp');
  expect(good).toContain('→ Press Enter to see what it does to the file');
});

test('a mask in what is about to be written is explained; one that stands there before is not', () => {
  const {stage} = STATES.confirm;
  if (stage.at !== 'confirm' || stage.plan.kind !== 'edit') throw new Error('no plan');
  const {plan} = stage;
  const withDiff = (diff: readonly string[]): string =>
    drawn(at({...stage, plan: {...plan, preview: {...plan.preview, diff}}}));
  const words = 'the file gets the value itself';
  expect(withDiff(['-"a": ""', '+"a": "[secret:value#7f1a]"'])).toContain(words);
  expect(withDiff([' "b": "[secret:value#7f1a]"', '+"a": "x"'])).not.toContain(words);
});

test('a server that answers, and is sent headers: the command that finds the one it fails over', () => {
  const {stage} = STATES.repro;
  if (stage.at !== 'repro') throw new Error('no reproduction');
  const shown = (evidence: PartialEvidence): string => drawn(at({...stage, case: caseOf(evidence)}));
  const main = {response: {status: 500, statusText: 'x', body: {kind: 'text', text: 'boom'}}} as const;
  expect(shown({entry, http: {main}})).toContain('mcp-fix bisect notes');
  expect(shown({entry: {...entry, headerNames: []}, http: {main}})).not.toContain('bisect');
  expect(shown({entry, http: {main: {response: null}}})).not.toContain('bisect');
  expect(shown({entry, launch: {}})).not.toContain('bisect');
});
