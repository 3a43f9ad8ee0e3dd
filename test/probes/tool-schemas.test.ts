import {describe, expect, test} from 'vitest';
import type {Json} from '../../src/model/json.ts';
import {schemaTroubles} from '../../src/probes/tool-schemas.ts';

const troubleOf = (tool: Json, prefix = 'mcp__notes__'): readonly string[] =>
  schemaTroubles([tool], {prefix}).map(({kind, detail}) => `${kind}: ${detail}`);

const tool = (inputSchema: Json, change: {readonly [key: string]: Json} = {}): Json => ({
  name: 'read',
  description: 'Reads',
  inputSchema,
  ...change,
});

describe('what is unusual in a tool', () => {
  test.each<[string, Json, readonly string[]]>([
    ['no schema', {name: 'read', description: 'x'}, ['no-schema: inputSchema']],
    ['a schema that is a word', tool('object'), ['not-json-schema: "object"']],
    ['no type', tool({properties: {}}), ['no-type: properties']],
    ['a wrapper', tool({jsonSchema: {type: 'object'}}), ['no-type: jsonSchema']],
    ['a list of types', tool({type: ['object', 'null']}), ['type-not-object: ["object","null"]']],
    ['a union at the top', tool({type: 'object', anyOf: []}), ['top-level-combinator: anyOf']],
    [
      'a reference to nothing',
      tool({type: 'object', properties: {a: {$ref: '#/$defs/A'}}}),
      ['dangling-ref: #/$defs/A'],
    ],
    [
      'a reference to the web',
      tool({type: 'object', properties: {a: {$ref: 'https://x.example/a'}}}),
      ['remote-ref: https://x.example/a'],
    ],
    [
      'a required name that is none',
      tool({type: 'object', properties: {a: {type: 'string'}}, required: ['b']}),
      ['required-unknown: b'],
    ],
    [
      'a property with a space',
      tool({type: 'object', properties: {'a b': {}}}),
      ['bad-property-name: a b', 'value-without-type: a b'],
    ],
    ['an odd name', tool({type: 'object'}, {name: 'read.note'}), ['bad-name: read.note']],
    ['no description', tool({type: 'object'}, {description: ' '}), ['no-description: read']],
    ['no name', tool({type: 'object'}, {name: ''}), ['no-name: name']],
    [
      'a list for output',
      tool({type: 'object'}, {outputSchema: {type: 'array'}}),
      ['type-not-object: outputSchema: "array"'],
    ],
    [
      'a description of null',
      tool({type: 'object'}, {description: null}),
      ['no-description: read', 'wrong-field: description is null instead of text'],
    ],
    [
      'annotations as a list',
      tool({type: 'object'}, {annotations: []}),
      ['wrong-field: annotations is list instead of object'],
    ],
    [
      'required as a word',
      tool({type: 'object', required: 'a'}),
      ['wrong-field: inputSchema.required is text instead of a list of names'],
    ],
    [
      'properties as a list',
      tool({type: 'object', properties: []}),
      ['not-json-schema: properties is list instead of object'],
    ],
    [
      'another spelling of inputSchema',
      {name: 'read', description: 'x', input_schema: {type: 'object'}},
      ['no-schema: the tool has "input_schema" instead of inputSchema'],
    ],
    ['no tool at all', 'read', ['no-name: a string stands in place of a tool']],
  ])('%s', (_, given, expected) => expect(troubleOf(given)).toEqual(expected));

  test.each<[string, Json]>([
    ['an empty object', tool({type: 'object'})],
    [
      'a reference that leads somewhere',
      tool({type: 'object', properties: {a: {$ref: '#/$defs/A~1B'}}, $defs: {'A/B': {type: 'string'}}}),
    ],
    ['a recursive one', tool({type: 'object', properties: {next: {$ref: '#'}}})],
    ['an anchor', tool({type: 'object', properties: {a: {$ref: '#here'}}, $defs: {A: {$anchor: 'here'}}})],
    ['a union further below', tool({type: 'object', properties: {a: {anyOf: [{type: 'string'}]}}})],
    ['data that looks like schema', tool({type: 'object', properties: {a: {enum: [{$ref: '#/none'}]}}})],
    ['a name of the full length', tool({type: 'object'}, {name: 'x'.repeat(64 - 'mcp__notes__'.length)})],
  ])('nothing in %s', (_, given) => expect(troubleOf(given)).toEqual([]));

  test("the client's own prefix counts, and doubles are seen", () => {
    const long = tool({type: 'object'}, {name: 'x'.repeat(60)});
    expect(troubleOf(long, '')).toEqual([]);
    expect(troubleOf(long)[0]).toMatch(/^long-name: mcp__notes__x+ \(72 characters\)$/);
    expect(schemaTroubles([tool({type: 'object'}), tool({type: 'object'})], {prefix: ''})).toMatchObject([
      {kind: 'duplicate-name', index: 1, tool: 'read'},
    ]);
  });

  test('a schema without an end is not followed for ever', () => {
    let deep: Json = {type: 'string'};
    for (let level = 0; level < 500; level += 1) deep = {type: 'object', properties: {a: deep}};
    expect(troubleOf(deep === null ? null : tool(deep))).toEqual(['too-deep: deeper than 60 levels']);
  });
});
