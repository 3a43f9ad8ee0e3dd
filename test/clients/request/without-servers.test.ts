import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {dropPlanOf, readRequest, withoutPlanned, withoutServers} from '../../../src/clients/request/index.ts';
import {isRecord, type Json} from '../../../src/model/json.ts';
import {testHost} from '../../servers/http-entry.ts';

const read = (text: string) =>
  readRequest(Buffer.from(text), {
    host: testHost(),
    file: 'request.json',
    headers: null,
    reachOf: () => 'public',
    isPrivateAllowed: false,
  });

/** The text without the servers at these indexes. */
const without = async (text: string, dropped: readonly number[]): Promise<string> => {
  const {root} = await read(text);
  if (root === null) throw new Error('the text does not parse');
  return withoutServers(text, root, dropPlanOf(JSON.parse(text), dropped));
};

/** JSON text with white space wherever JSON allows it, taken from an endless list; tells the text of each part. */
const printer = (spaces: readonly string[]) => {
  let at = 0;
  const space = (): string => spaces[at++ % spaces.length] ?? '';
  const print = (value: Json): string => {
    if (Array.isArray(value))
      return `[${space()}${value.map((item) => print(item)).join(`${space()},${space()}`)}${space()}]`;
    if (!isRecord(value)) return JSON.stringify(value);
    const members = Object.entries(value).map(
      ([key, item]) => `${JSON.stringify(key)}${space()}:${space()}${print(item)}`,
    );
    return `{${space()}${members.join(`${space()},${space()}`)}${space()}}`;
  };
  return {space, print};
};

const name = fc.constantFrom('a', 'b', 'c ü', 'd"e', '{', ',', ']');
const server = fc.record({
  type: fc.constant('url'),
  url: fc.constantFrom('https://x.example/mcp', 'https://y.example/[1],{2}'),
  name,
});
const tool = fc.oneof(
  fc.record({name: fc.string(), input_schema: fc.constant<Json>({type: 'object'})}),
  fc.record({
    type: fc.constant('mcp_toolset'),
    mcp_server_name: name,
    configs: fc.constant<Json>({'a,b': {enabled: true}}),
  }),
);
const layout = fc.array(fc.constantFrom('', ' ', '\n', '\r\n', '\t', '\n    ', '  '), {minLength: 7, maxLength: 23});
const others = fc.dictionary(
  fc.string().filter((key) => !['mcp_servers', 'tools', 'tool_choice', '__proto__'].includes(key)),
  fc.oneof(fc.string(), fc.integer(), fc.constant<Json>({mcp_servers: [1, 2], tools: []})),
  {maxKeys: 3},
);
const request = fc.record({
  before: others,
  servers: fc.array(server, {minLength: 1, maxLength: 6}),
  tools: fc.array(tool, {maxLength: 6}),
  isToolsFirst: fc.boolean(),
  hasChoice: fc.boolean(),
});

describe('leaving servers out of a request', () => {
  test('the result is the same request without them, and every part that stays keeps its own bytes', async () => {
    await fc.assert(
      fc.asyncProperty(request, layout, fc.array(fc.nat(5), {maxLength: 6}), async (made, spaces, picks) => {
        const {servers, tools} = made;
        const dropped = [...new Set(picks.map((pick) => pick % servers.length))];
        const {print, space} = printer(spaces);
        const lists = {mcp_servers: servers.map(print), tools: tools.map(print)};
        const list = (items: readonly string[]): string =>
          `[${space()}${items.join(`${space()},${space()}`)}${space()}]`;
        const members = Object.entries(made.before).map(([key, value]) => `${JSON.stringify(key)}:${print(value)}`);
        const ours = [`"mcp_servers"${space()}:${list(lists.mcp_servers)}`, `"tools":${space()}${list(lists.tools)}`];
        const choice = made.hasChoice ? ['"tool_choice":{"type":"auto"}'] : [];
        const all = [...members, ...(made.isToolsFirst ? ours.reverse() : ours), ...choice];
        const text = `${space()}{${space()}${all.join(`${space()},${space()}`)}${space()}}${space()}\n`;
        const out = await without(text, dropped);

        // Computed anew, in other words than the code's.
        const gone = new Set(dropped);
        const stays = (of: string): number =>
          servers.filter((one, index) => one.name === of && !gone.has(index)).length;
        const leaves = (of: string): boolean => servers.some((one, index) => one.name === of && gone.has(index));
        const seen = new Map<string, number>();
        const keptTools = tools.map((one) => {
          if (!('mcp_server_name' in one) || !leaves(one.mcp_server_name)) return true;
          const count = (seen.get(one.mcp_server_name) ?? 0) + 1;
          seen.set(one.mcp_server_name, count);
          return count <= stays(one.mcp_server_name);
        });
        const expected: Record<string, unknown> = JSON.parse(text);
        expected['mcp_servers'] = servers.filter((_, index) => !gone.has(index));
        expected['tools'] = tools.filter((_, index) => keptTools[index]);
        if (gone.size === servers.length) delete expected['mcp_servers'];
        if (tools.length > 0 && !keptTools.includes(true)) {
          delete expected['tools'];
          delete expected['tool_choice'];
        }
        expect(JSON.parse(out)).toEqual(expected);

        let at = 0;
        const kept = [
          lists.mcp_servers.filter((_, index) => !gone.has(index)),
          lists.tools.filter((_, index) => keptTools[index]),
        ];
        for (const part of [...members, ...(made.isToolsFirst ? kept.reverse() : kept).flat()]) {
          const found = out.indexOf(part, at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found + part.length;
        }
        if (gone.size === 0) expect(out).toBe(text);
      }),
      {numRuns: 400},
    );
  });

  test('a hand-written body keeps its lines', async () => {
    const text = `{
  "model": "m",
  "mcp_servers": [
    {"type": "url", "url": "https://a.example/mcp", "name": "a"},
    {"type": "url", "url": "https://b.example/mcp", "name": "b", "authorization_token": "t"},
    {"type": "url", "url": "https://c.example/mcp", "name": "c"}
  ],
  "tools": [
    {"type": "mcp_toolset", "mcp_server_name": "a"},
    {"name": "own", "input_schema": {"type": "object"}},
    {"type": "mcp_toolset", "mcp_server_name": "b"}, {"type": "mcp_toolset", "mcp_server_name": "c"}
  ],
  "max_tokens": 1e3
}
`;
    expect(await without(text, [0, 1])).toBe(`{
  "model": "m",
  "mcp_servers": [
    {"type": "url", "url": "https://c.example/mcp", "name": "c"}
  ],
  "tools": [
    {"name": "own", "input_schema": {"type": "object"}}, {"type": "mcp_toolset", "mcp_server_name": "c"}
  ],
  "max_tokens": 1e3
}
`);
    expect(await without(text, [0, 1, 2])).toBe(`{
  "model": "m",
  "tools": [
    {"name": "own", "input_schema": {"type": "object"}}
  ],
  "max_tokens": 1e3
}
`);
  });

  test('tool_choice leaves with the last tool only', async () => {
    const toolset = {type: 'mcp_toolset', mcp_server_name: 'a'};
    const body = {mcp_servers: [{name: 'a'}], tools: [toolset], tool_choice: {type: 'any'}, model: 'm'};
    expect(JSON.parse(await without(JSON.stringify(body), [0]))).toEqual({model: 'm'});
    const more = {...body, tools: [toolset, {name: 'own'}]};
    expect(JSON.parse(await without(JSON.stringify(more), [0]))).toEqual({
      tools: [{name: 'own'}],
      tool_choice: {type: 'any'},
      model: 'm',
    });
  });

  test('an empty list that was there before stays', async () => {
    expect(await without('{"mcp_servers":[{"name":"a"}],"tools":[]}', [0])).toBe('{"tools":[]}');
  });

  test('a key that stands twice leaves wholly, and the last one counts as in every reader', async () => {
    const text =
      '{"tools":[1],"mcp_servers":[{"name":"x"}],"mcp_servers":[{"name":"a"}],"tools":[{"type":"mcp_toolset","mcp_server_name":"a"}],"k":1}';
    expect(await without(text, [0])).toBe('{"k":1}');
  });

  test('an object in memory: shallow, and the given one stays as it is', () => {
    const image = {data: new Uint8Array(3)};
    const body = {
      messages: [image],
      mcp_servers: [{name: 'a'}, {name: 'b'}],
      tools: [{type: 'mcp_toolset', mcp_server_name: 'a'}],
    };
    const out = withoutPlanned(body, dropPlanOf(body, [0]));
    expect(out).toEqual({messages: [image], mcp_servers: [{name: 'b'}]});
    expect(out.messages).toBe(body.messages);
    expect(body.tools).toHaveLength(1);
  });
});
