import fs from 'node:fs';
import path from 'node:path';
import {planChange} from '../../src/clients/edit/index.ts';
import {readJson} from '../../src/clients/text/json-document.ts';
import {plainValue} from '../../src/clients/text/tree.ts';
import type {Edit} from '../../src/model/change.ts';
import type {KeyPath} from '../../src/model/json.ts';
import {aHost} from './a-host.ts';
import {randomOf, sample, type TrialOptions} from './trial.ts';

interface SuiteFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const FIXTURE = 'test/torture/json-test-suite.txt';
/** How many of each kind there are: what must be read, what must not, and what may be. */
const KINDS = {y: 95, n: 188, i: 35} as const;
const STRICT = {comments: false, trailingCommas: false};

const suite = (root: string): readonly SuiteFile[] =>
  fs
    .readFileSync(path.join(root, FIXTURE), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', unit = '', times = '1', tail = ''] = line.split(' ');
      const repeated = Array.from({length: Number(times)}, () => Buffer.from(unit, 'base64'));
      return {name, bytes: Buffer.concat([...repeated, Buffer.from(tail, 'base64')])};
    });

/** Places that these files have and places that they have not. */
const PLACES: readonly KeyPath[] = [
  ['a'],
  ['a', 'b'],
  ['id'],
  ['x'],
  [''],
  [0],
  [0, 'a'],
  ['mcpServers', 'notes', 'command'],
];

const EDITS: readonly Edit[] = [
  {kind: 'set', value: 'v'},
  {kind: 'merge', values: {command: 'node', args: ['a.js']}},
  {kind: 'remove'},
  {kind: 'rename', to: 'other'},
  {kind: 'insert', index: 0, value: 'v'},
  {kind: 'rewrite', how: {how: 'trim'}},
  {kind: 'move', to: ['mcpServers', 'notes']},
];

/** What the platform makes of the bytes, as a client does that decodes UTF-8: a value, or its refusal. */
const platform = (bytes: Buffer): {readonly value: unknown} | null => {
  try {
    return {value: JSON.parse(new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes))};
  } catch {
    return null;
  }
};

const hasMark = (bytes: Buffer): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The 318 files of JSONTestSuite: none that must be refused is edited, those that must be read are read alike. */
export const jsonSuite = async (
  options: TrialOptions,
  folder: string,
): Promise<{readonly figures: string; readonly wrong: readonly string[]}> => {
  const all = suite(options.root);
  const wrong: string[] = [];
  for (const [kind, count] of Object.entries(KINDS)) {
    const there = all.filter(({name}) => name.startsWith(`${kind}_`)).length;
    if (there !== count) wrong.push(`the suite has ${there} files of the kind ${kind}, not ${count}`);
  }
  const host = aHost(folder);
  const file = path.join(folder, 'suite.json');
  const told = {tries: 0, read: 0, planned: 0, bad: 0, empty: 0};
  const chosen = options.scale >= 1 ? all : sample(randomOf(options.seed), all, 60);
  for (const {name, bytes} of chosen) {
    fs.writeFileSync(file, bytes);
    const expected = platform(bytes);
    const {root} = readJson(bytes.toString('utf8'), STRICT);
    if (name.startsWith('y_')) {
      told.read += 1;
      if (expected === null || root === null || !same(plainValue(root), expected.value))
        wrong.push(`${name} is not read as the platform reads it`);
    }
    // What is empty holds nothing that could be harmed: it is no document yet, and a first one may be written.
    const isEmpty =
      bytes
        .toString('utf8')
        .replace(/^\ufeff/, '')
        .trim() === '';
    const mustStay = name.startsWith('n_') && !isEmpty;
    if (mustStay) told.bad += 1;
    else if (name.startsWith('n_')) told.empty += 1;
    if (name.startsWith('n_') && root !== null) wrong.push(`${name} is read although no JSON parser may`);
    for (const at of PLACES)
      for (const edit of EDITS) {
        told.tries += 1;
        const plan = await planChange({file, path: at, edit, why: 'test'}, {host, format: 'json'});
        if ('refused' in plan) continue;
        told.planned += 1;
        const where = `${name}: ${edit.kind} at ${JSON.stringify(at)}`;
        if (mustStay) wrong.push(`${where} edits a file that does not parse`);
        // A byte order mark stays what it was: whoever reads such a file leaves it out.
        const after = platform(plan.bytesAfter.subarray(hasMark(bytes) ? 3 : 0));
        if (after === null) wrong.push(`${where} leaves a file that does not parse`);
        const before = expected?.value;
        if (after !== null && isTable(before) && isTable(after.value) && edit.kind === 'set')
          for (const key of Object.keys(before))
            if (key !== at[0] && !same(before[key], after.value[key])) wrong.push(`${where} changed "${key}" too`);
      }
  }
  return {
    figures: `${chosen.length} of ${all.length} files of JSONTestSuite, ${told.tries.toLocaleString('en')} edits tried, ${told.planned} planned: ${told.bad} that must be refused never edited (${told.empty} empty ones take a first document), ${told.read} that must be read are read as the platform does`,
    wrong,
  };
};
