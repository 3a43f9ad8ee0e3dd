import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {applyEdit, type ValueEdit} from '../../../src/clients/edit/apply-edit.ts';
import type {Language} from '../../../src/clients/edit/language.ts';
import {languageOf} from '../../../src/clients/edit/language-of.ts';
import {isSame} from '../../../src/clients/edit/operation.ts';
import {recompose} from '../../../src/clients/edit/recompose.ts';
import {isRecord, type Json, type KeyPath} from '../../../src/model/json.ts';
import {jsonText, objects, styles, tomlText, yamlText} from './documents.ts';

/** Documents per property; MCP_FIX_RUNS=20000 for a long run. */
const RUNS = Number(process.env['MCP_FIX_RUNS'] ?? 2000);

const pathsIn = (value: Json, path: KeyPath = []): readonly KeyPath[] => [
  path,
  ...(Array.isArray(value)
    ? value.flatMap((item, i) => pathsIn(item, [...path, i]))
    : isRecord(value)
      ? Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key]))
      : []),
];

const edits: fc.Arbitrary<{readonly pick: number; readonly edit: ValueEdit; readonly below: string | null}> = fc.record(
  {
    pick: fc.nat(10_000),
    below: fc.option(fc.constantFrom('fresh', 'new key', 'TOKEN'), {freq: 2}),
    edit: fc.oneof(
      fc
        .constantFrom<Json>('value', 7, true, ['-y', 'pkg'], {A: 'b'}, {command: 'npx', args: ['x']}, '')
        .map((value): ValueEdit => ({kind: 'set', value})),
      fc.constant<ValueEdit>({kind: 'remove'}),
      fc.constantFrom('renamed', 'mcpServers').map((to): ValueEdit => ({kind: 'rename', to})),
      fc.nat(3).map((index): ValueEdit => ({kind: 'insert', index, value: 'item'})),
      fc.constant<ValueEdit>({kind: 'merge', values: {command: 'cmd', args: ['/c', 'npx']}, remove: ['url']}),
      fc.constant<ValueEdit>({kind: 'move', to: ['moved']}),
    ),
  },
);

const check = (
  language: Language,
  text: string,
  value: Json,
  {pick, edit, below}: {readonly pick: number; readonly edit: ValueEdit; readonly below: string | null},
): 'done' | 'refused' => {
  const paths = pathsIn(value).filter((path) => path.length > 0);
  const base = paths[pick % Math.max(1, paths.length)] ?? ['only'];
  const path = below !== null && (edit.kind === 'set' || edit.kind === 'merge') ? [...base, below] : base;
  const parsed = language.parse(text);
  expect(parsed).toHaveProperty('value');
  if (!('value' in parsed)) return 'refused';
  expect(isSame(parsed.value, value)).toBe(true);
  const goal = applyEdit(parsed.value, path, edit);
  const outcome = recompose(language, text, {path}, edit);
  if (!('text' in outcome) || 'refused' in goal) return 'refused';
  const after = language.parse(outcome.text);
  expect('value' in after && isSame(after.value, goal.value)).toBe(true);
  // Another line end than the file's own never comes in.
  if (text.includes('\r\n')) expect(outcome.text.replaceAll('\r\n', '')).not.toContain('\n');
  return 'done';
};

/** Edits that fit the data must nearly always be possible; a refusal is for layouts that cannot be spliced surely. */
const shareOf = (run: (count: (outcome: 'done' | 'refused' | 'unfit') => void) => void): number => {
  const counts = {done: 0, refused: 0, unfit: 0};
  run((outcome) => {
    counts[outcome] += 1;
  });
  return counts.done / Math.max(1, counts.done + counts.refused);
};

const property = (language: Language, docs: fc.Arbitrary<{readonly value: Json; readonly text: string}>): number =>
  shareOf((count) =>
    fc.assert(
      fc.property(docs, edits, ({value, text}, plan) => {
        const paths = pathsIn(value).filter((path) => path.length > 0);
        const base = paths[plan.pick % Math.max(1, paths.length)] ?? ['only'];
        const path =
          plan.below !== null && (plan.edit.kind === 'set' || plan.edit.kind === 'merge')
            ? [...base, plan.below]
            : base;
        const goal = applyEdit(value, path, plan.edit);
        const isFit = 'value' in goal && !isSame(goal.value, value);
        const outcome = check(language, text, value, plan);
        count(outcome === 'done' ? 'done' : isFit ? 'refused' : 'unfit');
      }),
      {numRuns: RUNS},
    ),
  );

describe('an edit changes the data as meant and nothing else', () => {
  for (const isStrict of [true, false]) {
    test(isStrict ? 'JSON' : 'JSONC with comments and trailing commas', () => {
      const docs = fc
        .tuple(objects(true), styles(isStrict))
        .map(([value, style]) => ({value, text: jsonText(value, style)}));
      expect(property(languageOf(isStrict ? 'json' : 'jsonc'), docs)).toBe(1);
    });
  }

  test('TOML', () => {
    const docs = fc
      .tuple(objects(false), styles(false))
      .map(([value, style]) => ({value, text: tomlText(value, style)}));
    expect(property(languageOf('toml'), docs)).toBeGreaterThan(0.9);
  });

  test('YAML', () => {
    const docs = fc.tuple(objects(true), styles(false)).map(([value, style]) => ({
      value,
      text: Object.keys(value).length === 0 ? '{}\n' : yamlText(value, style).trimStart(),
    }));
    expect(property(languageOf('yaml'), docs)).toBeGreaterThan(0.9);
  });
});

test('comments outside the touched value are all kept', () => {
  fc.assert(
    fc.property(objects(true), styles(false), edits, (value, style, {pick, edit, below}) => {
      fc.pre(edit.kind === 'set' || edit.kind === 'rename' || edit.kind === 'insert');
      const text = jsonText(value, style);
      const paths = pathsIn(value).filter((path) => path.length > 0);
      const base = paths[pick % Math.max(1, paths.length)] ?? ['only'];
      const path = below !== null && edit.kind === 'set' ? [...base, below] : base;
      const goal = applyEdit(value, path, edit);
      // What replaces a list or an object takes the comments inside with it.
      fc.pre('value' in goal);
      const old = path.reduce<Json | undefined>(
        (at, key) => (Array.isArray(at) ? at[Number(key)] : isRecord(at) ? at[String(key)] : undefined),
        value,
      );
      fc.pre(typeof old !== 'object' || old === null || edit.kind !== 'set');
      const outcome = recompose(languageOf('jsonc'), text, {path}, edit);
      fc.pre('text' in outcome);
      const notes = (source: string): readonly string[] =>
        [...source.matchAll(/\/[/*] c\d+/g)].map(([note]) => note).sort();
      expect(notes('text' in outcome ? outcome.text : '')).toEqual(notes(text));
    }),
    {numRuns: RUNS},
  );
});

test.each([
  ['an alias without an anchor', 'a: *x\n'],
  ['an alias inside its anchor', 'a: &x [*x]\n'],
  [
    'very many aliases',
    `a: &a [1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]\n`,
  ],
])('YAML: %s is a sentence, not a crash', (_, text) => {
  expect(languageOf('yaml').parse(text)).toHaveProperty('trouble');
});
