import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {dropPlanOf, readRequest, withoutServers} from '../../../src/clients/request/index.ts';
import {testHost} from '../../servers/http-entry.ts';

const without = async (text: string, dropped: readonly number[]): Promise<string> => {
  const read = await readRequest(Buffer.from(text), {
    host: testHost(),
    file: 'request.json',
    headers: null,
    reachOf: () => 'public',
    isPrivateAllowed: false,
  });
  if (read.root === null) throw new Error('the text does not parse');
  return withoutServers(read.text, read.root, dropPlanOf(JSON.parse(read.text), dropped));
};

/** Each character of a JSON string, escaped or as it is: one text, many spellings. */
const spelt = (text: string, picks: readonly boolean[]): string =>
  `"${[...text]
    .map((char, at) => (picks[at % picks.length] ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}` : char))
    .join('')}"`;

/** Values that JavaScript would write otherwise: they show whether the rest went through a parser. */
const ODD = [
  '12345678901234567890',
  '1.0',
  '-0',
  '1E+2',
  '0.1000000000000000055511151231257827',
  '"\\u00e9\\/\\ud83d\\ude00"',
  '"\\ud800"',
  '"\u2028 // no comment, /* nor this */"',
  '{"a":1,"a":2}',
  '{"__proto__":{"x":1}}',
  '[[],{},[ ]]',
  '"]},{["',
  '"mcp_servers"',
] as const;

const space = fc.constantFrom('', ' ', '\t', '\n', '\r\n', ' \r\n\t ');
const picks = fc.array(fc.boolean(), {minLength: 3, maxLength: 7});
const odd = fc.constantFrom(...ODD);
const servers = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), {minLength: 1, maxLength: 5});

interface Piece {
  /** What stays although its neighbours leave; null leaves. */
  readonly text: string;
  readonly stays: boolean;
}

/** The items with their separators: the expected text of a list is its brackets, its own blanks, and what stays. */
const listText = (items: readonly Piece[], sep: string): string => `[${items.map(({text}) => text).join(sep)}]`;

describe('--degrade keeps the rest byte for byte, whatever its layout', () => {
  test('escapes in names and keys, numbers beyond JavaScript, doubled keys, CRLF, odd Unicode', async () => {
    await fc.assert(
      fc.asyncProperty(
        servers,
        fc.nat(31),
        fc.array(odd, {minLength: 1, maxLength: 4}),
        picks,
        space,
        space,
        fc.boolean(),
        async (names, mask, odds, spelling, blank, edge, hasTools) => {
          const leaves = (index: number): boolean => ((mask >> index) & 1) === 1;
          const dropped = names.flatMap((_, index) => (leaves(index) ? [index] : []));
          const sep = `${blank},${edge}`;
          const entries = names.map(
            (name, index): Piece => ({
              text: `{${blank}${spelt('name', spelling)}:${blank}${spelt(name, [...spelling].reverse())},"x":${odds[index % odds.length] ?? '1'}}`,
              stays: !leaves(index),
            }),
          );
          const own: Piece = {text: `{"name":"own","v":${odds[0] ?? '1'}}`, stays: true};
          const toolsets = names.map(
            (name, index): Piece => ({
              text: `{"type":${blank}${spelt('mcp_toolset', spelling)},"mcp_server_name":${spelt(name, spelling)}}`,
              stays: !leaves(index),
            }),
          );
          const tools = hasTools ? [...toolsets, own] : toolsets;
          const rest = odds.map((value, index) => `"k${index}"${blank}:${edge}${value}`);
          const body = (all: boolean): string => {
            const kept = (pieces: readonly Piece[]): readonly Piece[] => pieces.filter((one) => all || one.stays);
            const members = [
              ...rest,
              ...(kept(entries).length > 0
                ? [`${spelt('mcp_servers', spelling)}:${listText(kept(entries), sep)}`]
                : []),
              ...(kept(tools).length > 0 ? [`"tools":${listText(kept(tools), sep)}`] : []),
              '"max_tokens":1e3',
            ];
            return `${edge}{${members.join(sep)}}${blank}\r\n`;
          };
          expect(await without(body(true), dropped)).toBe(body(false));
        },
      ),
      {numRuns: 600},
    );
  });

  test('nothing leaves: the same text, to the last byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(odd, {maxLength: 6}), space, async (odds, blank) => {
        const text = `${blank}{"mcp_servers":[],${odds.map((value, index) => `"k${index}":${blank}${value},`).join(blank)}"z":null}`;
        expect(await without(text, [])).toBe(text);
      }),
      {numRuns: 200},
    );
  });
});
