import {expect, test} from 'vitest';
import {openPlaces} from '../../src/probes/open-schemas.ts';

test('arrays without items and values without a type, wherever they stand', () => {
  expect(
    openPlaces({
      type: 'object',
      properties: {
        tags: {type: 'array'},
        note: {type: 'object', properties: {extra: {description: 'anything'}}},
        rows: {type: 'array', items: {type: ['array', 'null']}},
      },
    }),
  ).toEqual([
    {kind: 'array-without-items', path: 'tags'},
    {kind: 'value-without-type', path: 'note.extra'},
    {kind: 'array-without-items', path: 'rows[]'},
  ]);
});

test.each([
  ['items', {type: 'object', properties: {tags: {type: 'array', items: {type: 'string'}}}}],
  ['a tuple', {type: 'object', properties: {pair: {type: 'array', prefixItems: [{type: 'string'}]}}}],
  [
    'an enum, a reference, a choice',
    {properties: {a: {enum: [1]}, b: {$ref: '#/$defs/B'}, c: {anyOf: [{type: 'null'}]}}},
  ],
  ['no schema at all', 'array'],
])('stays clear: %s', (_, schema) => {
  expect(openPlaces(schema)).toEqual([]);
});

test('ends on a schema without an end', () => {
  const places = openPlaces({properties: Object.fromEntries(Array.from({length: 500}, (_, i) => [`a${i}`, {}]))});
  expect(places.length).toBeLessThanOrEqual(20);
});
