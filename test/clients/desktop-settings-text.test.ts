import {describe, expect, test} from 'vitest';
import {readIntellij} from '../../src/clients/text/intellij-document.ts';
import {parsedYaml} from '../../src/clients/text/parsed-yaml.ts';
import {readProperties} from '../../src/clients/text/properties-document.ts';
import {plainValue} from '../../src/clients/text/tree.ts';
import {xmlElements} from '../../src/clients/text/xml-elements.ts';

const MANY = 200_000;
const inComponent = (inner: string): string =>
  `<project><component name="McpProjectServerCommands">${inner}</component></project>`;
const server = (options: string): string => `<McpServerCommand>${options}</McpServerCommand>`;
const NAMED = '<option name="name" value="n"/><option name="programPath" value="x"/>';

describe('XML', () => {
  test('comments, declarations and CDATA stand between elements; entities are put in, unknown ones are not', () => {
    const text = `<?xml version="1.0"?><!DOCTYPE a><!-- <b> --><a x='1"' y="&lt;&#65;&#x42;&apos;&bomb;"><![CDATA[<c>]]> t<b/></a>`;
    const found = xmlElements(text);
    expect(found).toMatchObject([
      {name: 'a', length: text.length - text.indexOf('<a x'), children: [{name: 'b', length: 4}]},
    ]);
    if (!Array.isArray(found)) throw new Error('it did not parse');
    expect([...found[0].attributes].map(([name, {value}]) => [name, value])).toEqual([
      ['x', '1"'],
      ['y', "<AB'&bomb;"],
    ]);
  });
  test.each([
    ['<a>'.repeat(MANY), {refused: 'too-deep'}],
    [`<a${' '.repeat(MANY)}`, {message: 'this is no tag', offset: 0}],
    ['<!--'.repeat(MANY), {message: 'this is no tag', offset: 0}],
    ['<![CDATA['.repeat(MANY), {message: 'this is no tag', offset: 0}],
    ['<a></b>', {message: '</b> closes nothing that is open', offset: 3}],
    ['<a><b></a>', {message: '</a> closes nothing that is open', offset: 6}],
    ['x <a>', {message: '<a> is not closed', offset: 2}],
    ['<a b=c/>', {message: 'this is no tag', offset: 0}],
  ])('no XML %#', (text, trouble) => expect(xmlElements(text)).toEqual(trouble));
  test.each([
    ['attributes', `<a${' b="1"'.repeat(MANY)}/>`],
    ['comments', '<!-- a -->'.repeat(MANY)],
    ['entities', inComponent(server(`<option name="name" value="${'&amp;'.repeat(MANY)}"/>`))],
    [
      'maps in maps',
      inComponent(server(`<option name="headers">${'<map>'.repeat(400)}${'</map>'.repeat(400)}</option>`)),
    ],
    ['words', inComponent(server(`${NAMED}<option name="arguments" value="${'a '.repeat(MANY)}"/>`))],
  ])('very many %s are read', (_what, text) => {
    expect(readIntellij(text)).toMatchObject({trouble: null, refused: null, root: {kind: 'object'}});
  });
  test('of an option that stands twice the first counts; servers of other components do not', () => {
    const text = inComponent(server(`${NAMED}<option name="programPath" value="y"/>`)).replace(
      '<project>',
      `<project><component name="Other">${server(NAMED)}</component>`,
    );
    const {root} = readIntellij(text);
    expect(root === null ? null : plainValue(root)).toEqual({mcpServers: [{name: 'n', command: 'x'}]});
  });
});

describe('preferences', () => {
  test.each([['\\'.repeat(MANY)], [' '.repeat(MANY)], ['a=b\n'.repeat(MANY)], ['#mcp={}\n!mcp={}\nx\\\nmcp={}']])(
    'without the property %#',
    (text) => {
      expect(readProperties(text)).toEqual({root: null, lenient: null, trouble: null, refused: null});
    },
  );
  test('a mistake in the JSON is told where the file holds it', () => {
    expect(readProperties('a=1\nmcp={"servers"\\:{"n"\\: x}}').trouble).toMatchObject({offset: 27, repair: null});
  });
  test('a megabyte is refused', () => {
    expect(readProperties(`mcp=${' '.repeat(1_000_001)}`).refused).toBe('too-much');
  });
});

test.each([
  ['---\na: 1\n---\nb: [', {a: 1}],
  ['a: 1\n...\n}', {a: 1}],
  ['# x\n%YAML 1.2\n---\na: 1\n', {a: 1}],
  ['a: |\n  ---\n  b\n', {a: '---\nb\n'}],
  ['a: ---b\n', {a: '---b'}],
  ['\ufeff---\r\na: 1\r\n---\r\n# ]', {a: 1}],
  ['---\n---\na: 1\n', null],
])('the first document of %j', (text, value) => {
  const document = parsedYaml(text);
  expect(typeof document === 'string' ? document : document.toJS()).toEqual(value);
});
