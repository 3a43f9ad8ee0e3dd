import {describe, expect, it} from 'vitest';
import {partWays, type Side} from '../../src/diagnosis/index.ts';
import type {Finding} from '../../src/model/finding.ts';
import type {StepReport} from '../../src/model/investigation.ts';
import type {Step} from '../../src/model/step.ts';
import {evidenceOf, type PartialEvidence} from '../helpers/evidence.ts';

const finding = (id: string, step: Step, cause: string): Finding => ({
  id,
  class: 'config',
  severity: 'error',
  step,
  title: `The ${id}`,
  cause,
  evidence: [],
  confidence: 'certain',
  waitingHelps: false,
  fixes: [],
});

const side = (evidence: PartialEvidence, root: Finding | null = null, more: Partial<Side> = {}): Side => ({
  evidence: evidenceOf(evidence),
  diagnosis: {findings: root === null ? [] : [root], notChecked: [], crashed: []},
  steps: root === null ? [] : [{step: root.step, outcome: 'failed', durationMs: 1} satisfies StepReport],
  status: root === null ? 'healthy' : 'broken',
  ...more,
});

const folders = (...names: readonly string[]) => names.map((folder) => ({folder, exists: true}));
const shell = {
  path: {source: 'shell', folders: folders('/usr/bin', '/home/ada/.nvm/bin')},
  resolved: '/home/ada/.nvm/bin/node',
} as const;
const desktop = {path: {source: 'gui', folders: folders('/usr/bin')}, resolved: null} as const;
const given = (...names: readonly string[]) => ({launch: {envNames: names}, command: {}});

describe('where two part ways', () => {
  it('names the PATH where the program is found on one side only', () => {
    const missing = finding('command-not-found', 'command', 'node is not on the PATH of the desktop');
    const ways = partWays(side({command: shell}), side({command: desktop}, missing));
    expect(ways).toMatchObject({kind: 'one-fails', failing: 'b', partAt: 'command', first: {what: 'the PATH'}});
    expect(ways.first?.a).toContain('/home/ada/.nvm/bin');
  });
  it('names the environment where the failure names a variable that one side has', () => {
    const missing = finding('env-var-missing', 'launch', 'NOTES_TOKEN is not set');
    const ways = partWays(side(given('HOME', 'ZED', 'NOTES_TOKEN')), side(given('HOME'), missing));
    expect(ways.first).toMatchObject({step: 'launch', isUsual: true});
    expect(ways.first?.a).toBe('3 variables; only here: NOTES_TOKEN, ZED');
  });
  it('does not blame the environment for a failure that names none of it', () => {
    const crash = finding('module-missing', 'launch', 'The module "pg" is not installed');
    expect(partWays(side(given('HOME', 'EDITOR')), side(given('HOME'), crash)).first).toBeNull();
  });
  it('a name inside another name is another name', () => {
    const missing = finding('env-var-missing', 'launch', 'NOTES_TOKEN_FILE is not set');
    expect(partWays(side(given('NOTES_TOKEN')), side(given(), missing)).first).toBeNull();
  });
  it('the settings come before what clients always differ in', () => {
    const a = {entry: {values: [value('https://a.example.com', 'a')]}, ...given('HOME', 'EDITOR')};
    const b = {entry: {values: [value('https://b.example.com', 'b')]}, ...given('HOME')};
    const failed = finding('not-found', 'http', 'Nothing is at this address');
    expect(partWays(side(a), side(b, failed)).first).toMatchObject({what: 'the URL', a: 'https://a.example.com'});
  });
  it('values that are hidden on both sides and not equal are told so, without the value', () => {
    const [a, b] = [value('[secret:github#1]', 'x'), value('[secret:github#1]', 'y')];
    const [part] = partWays(side({entry: {values: [a]}}), side({entry: {values: [b]}})).parts;
    expect(part?.a).not.toBe(part?.b);
  });
  it('equal sides have no parts, and explain nothing', () => {
    expect(partWays(side({command: shell}), side({command: shell}))).toEqual({
      kind: 'both-work',
      failing: null,
      partAt: null,
      first: null,
      parts: [],
    });
  });
  it('both work: differences are listed and none is blamed', () => {
    const ways = partWays(side(given('A')), side(given('B')));
    expect(ways).toMatchObject({kind: 'both-work', first: null});
    expect(ways.parts).toHaveLength(1);
  });
  it('both fail: alike, or the earlier one is explained', () => {
    const early = finding('command-not-found', 'command', 'x');
    const late = finding('crash', 'launch', 'y');
    expect(partWays(side({}, early), side({}, early)).kind).toBe('fail-alike');
    expect(partWays(side({}, late), side({}, early))).toMatchObject({kind: 'fail-otherwise', failing: 'b'});
  });
  it('a side that nobody approved is not said to work', () => {
    const failed = finding('x', 'launch', 'x');
    expect(partWays(side({}, null, {status: 'unchecked'}), side({}, failed)).kind).toBe('not-asked');
    expect(partWays(side({}, null, {status: 'unchecked'}), side({})).kind).toBe('not-asked');
  });
});

const value = (text: string, tag: string) => ({
  path: ['url'],
  text,
  length: text.length,
  references: [],
  literalReferences: [],
  isEmpty: false,
  isSecret: false,
  hasOuterSpace: false,
  hasLineEnd: false,
  hasControl: false,
  hasNonAscii: false,
  quotedBy: null,
  placeholder: null,
  scheme: null,
  hasDoubledScheme: false,
  family: null,
  jwt: null,
  tag,
});
