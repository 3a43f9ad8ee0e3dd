import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {withEdits} from '../../src/clients/syntax/text-edits.ts';
import {readJson} from '../../src/clients/text/json-document.ts';
import {createLineIndex} from '../../src/clients/text/line-index.ts';
import {plainValue} from '../../src/clients/text/tree.ts';
import type {SyntaxTrouble} from '../../src/model/evidence.ts';

const STRICT = {comments: false, trailingCommas: false};
const WITH_COMMENTS = {comments: true, trailingCommas: false};
const RELAXED = {comments: true, trailingCommas: true};

/** The set-up as it was meant: every repair below must lead back to it. */
const MEANT = {mcpServers: {notes: {command: 'node', args: ['a.js', '--fast'], env: {REGION: 'eu'}}}};
const GOOD = `{
  "mcpServers": {
    "notes": {
      "command": "node",
      "args": ["a.js", "--fast"],
      "env": {
        "REGION": "eu"
      }
    }
  }
}
`;

interface Case {
  readonly name: string;
  readonly kind: SyntaxTrouble['kind'];
  readonly from: string | RegExp;
  readonly to: string;
  readonly line: number;
  /** 'meant' where the repair gives MEANT; 'none' where no repair is sure; else the value that it gives. */
  readonly repaired?: 'meant' | 'none' | 'parses';
}

const CASES: readonly Case[] = [
  {name: 'comma behind the last item', kind: 'trailing-comma', from: '"--fast"]', to: '"--fast",]', line: 5},
  {name: 'comma behind the last member', kind: 'trailing-comma', from: '"eu"\n', to: '"eu",\n', line: 7},
  {name: 'two commas', kind: 'trailing-comma', from: '"node",', to: '"node",,', line: 4},
  {name: 'no comma between members', kind: 'missing-comma', from: '"node",', to: '"node"', line: 4},
  {name: 'no comma between items', kind: 'missing-comma', from: '"a.js", ', to: '"a.js" ', line: 5},
  {name: 'semicolon for a comma', kind: 'missing-comma', from: '"node",', to: '"node";', line: 4},
  {name: 'line comment', kind: 'comment', from: '"args"', to: '// the script\n      "args"', line: 5},
  {name: 'block comment', kind: 'comment', from: '"args"', to: '/* the\n script */ "args"', line: 5},
  {name: 'hash comment', kind: 'comment', from: '"args"', to: '# the script\n      "args"', line: 5},
  {name: 'comment behind a value', kind: 'comment', from: '"node",', to: '"node", // runtime', line: 4},
  {name: 'single quotes', kind: 'single-quotes', from: '"node"', to: "'node'", line: 4},
  {name: 'single quotes around a key', kind: 'single-quotes', from: '"command"', to: "'command'", line: 4},
  {name: 'typographic quotes', kind: 'typographic-quotes', from: '"node"', to: '\u201cnode\u201d', line: 4},
  {name: 'German quotes', kind: 'typographic-quotes', from: '"node"', to: '\u201enode\u201c', line: 4},
  {name: 'straight then typographic', kind: 'typographic-quotes', from: '"node"', to: '"node\u201d', line: 4},
  {name: 'unquoted key', kind: 'unquoted-key', from: '"command"', to: 'command', line: 4},
  {name: 'unquoted value', kind: 'unquoted-value', from: '"node"', to: 'node', line: 4},
  {name: 'no colon', kind: 'missing-colon', from: '"command":', to: '"command"', line: 4},
  {name: 'equals sign', kind: 'equals-sign', from: '"command":', to: '"command" =', line: 4},
  {name: 'arrow', kind: 'equals-sign', from: '"command":', to: '"command" =>', line: 4},
  {name: 'closing quote missing', kind: 'other', from: '"node"', to: '"node', line: 4},
  {name: 'closing quote of the last item missing', kind: 'other', from: '"--fast"]', to: '"--fast]', line: 5},
  {name: 'closing quote of a key missing', kind: 'other', from: '"command":', to: '"command:', line: 4},
  {name: 'opening quote missing', kind: 'other', from: '"node"', to: 'node"', line: 4},
  {name: 'opening quote of a key missing', kind: 'other', from: '"command"', to: 'command"', line: 4},
  {name: 'list not closed', kind: 'missing-bracket', from: '"--fast"]', to: '"--fast"', line: 5, repaired: 'meant'},
  {name: 'brace at the end missing', kind: 'missing-bracket', from: /\}\s*$/, to: '', line: 10},
  {name: 'brace inside missing', kind: 'missing-bracket', from: '"eu"\n      }', to: '"eu"', line: 7},
  {name: 'brace too many at the end', kind: 'extra-bracket', from: /\}\s*$/, to: '}\n}\n', line: 12},
  {name: 'braces around all missing', kind: 'missing-bracket', from: /^\{\n([\s\S]*)\n\}\n$/, to: '$1', line: 1},
  {name: 'white space of a web page', kind: 'control-character', from: '"command": ', to: '"command":\u00a0', line: 4},
  {name: 'cut after a comma', kind: 'truncated', from: /"env"[\s\S]*$/, to: '', line: 5, repaired: 'parses'},
  {name: 'cut inside a text', kind: 'truncated', from: /"eu"[\s\S]*$/, to: '"e', line: 7, repaired: 'none'},
  {name: 'cut behind a colon', kind: 'truncated', from: /"eu"[\s\S]*$/, to: '', line: 7, repaired: 'none'},
  {name: 'second document', kind: 'two-roots', from: /$/, to: '{"mcpServers": {}}\n', line: 12, repaired: 'none'},
  {name: 'Python word', kind: 'python-literal', from: '"eu"', to: 'None', line: 7, repaired: 'parses'},
  {name: 'Windows path', kind: 'backslash', from: '"a.js"', to: '"C:\\Users\\me\\a.js"', line: 5, repaired: 'parses'},
  {
    name: 'Windows path with a last backslash',
    kind: 'backslash',
    from: '"eu"',
    to: '"C:\\data\\"',
    line: 7,
    repaired: 'parses',
  },
  {name: 'tab inside a text', kind: 'control-character', from: '"eu"', to: '"e\tu"', line: 7, repaired: 'parses'},
  {
    name: 'line end inside a token',
    kind: 'control-character',
    from: '"eu"',
    to: '"abc\n   def"',
    line: 7,
    repaired: 'parses',
  },
  {name: 'quotes inside a text', kind: 'other', from: '"eu"', to: '"say "hi" now"', line: 7, repaired: 'parses'},
  {name: 'two dots of a value left out', kind: 'unquoted-value', from: '"eu"', to: '...', line: 7, repaired: 'none'},
];

const change = ({from, to}: Case): string => {
  const text = typeof from === 'string' ? GOOD.replace(from, () => to) : GOOD.replace(from, to);
  expect(text).not.toBe(GOOD);
  return text;
};

describe('every mistake is named by its cause, at its place, with a repair that parses', () => {
  test.each(CASES)('$name', (one) => {
    const text = change(one);
    const {trouble, root} = readJson(text, STRICT);
    expect(root).toBeNull();
    expect({kind: trouble?.kind, line: createLineIndex(text.trimEnd()).at(trouble?.offset ?? -1).line}).toEqual({
      kind: one.kind,
      line: one.line,
    });
    if (one.repaired === 'none') expect(trouble?.repair).toBeNull();
    else {
      const mended: unknown = JSON.parse(withEdits(text, trouble?.repair ?? []));
      if (one.repaired !== 'parses') expect(mended).toEqual(MEANT);
    }
  });

  test('several mistakes of several kinds are mended together', () => {
    const text = '{\n  // servers\n  mcpServers: {\n    \'notes\': {"command": "node",},\n  },\n}';
    const {trouble} = readJson(text, STRICT);
    expect(trouble).toMatchObject({kind: 'comment', more: 0});
    expect(JSON.parse(withEdits(text, trouble?.repair ?? []))).toEqual({mcpServers: {notes: {command: 'node'}}});
  });

  test('places of one kind are counted', () => {
    const text = '{"a": [1,], "b": [2,], "c": 3,}';
    expect(readJson(text, STRICT).trouble).toMatchObject({kind: 'trailing-comma', more: 2, offset: 8});
  });

  test('servers are still made out', () => {
    const {lenient} = readJson(GOOD.replace('"node",', '"node"'), STRICT);
    expect(lenient === null ? null : plainValue(lenient)).toEqual(MEANT);
  });

  test('a value in the wrong place keeps its single backslashes as two', () => {
    const text = '{"a": "C:\\new\\tools\\x"}';
    const mended = withEdits(text, readJson(text, STRICT).trouble?.repair ?? []);
    expect(JSON.parse(mended)).toEqual({a: 'C:\\new\\tools\\x'});
  });
});

describe('brackets are put and taken where the layout shows it', () => {
  const TWO = {mcpServers: {a: {command: 'x'}, b: {command: 'y'}}};
  test.each<[string, string, number, object | null]>([
    [
      'missing between servers',
      '{\n  "mcpServers": {\n    "a": {\n      "command": "x"\n    ,\n    "b": {\n      "command": "y"\n    }\n  }\n}\n',
      4,
      TWO,
    ],
    [
      'missing with its comma',
      '{\n  "mcpServers": {\n    "a": {\n      "command": "x"\n    "b": {\n      "command": "y"\n    }\n  }\n}\n',
      4,
      TWO,
    ],
    [
      'too many between servers',
      '{\n  "mcpServers": {\n    "a": {\n      "command": "x"\n    }},\n    "b": {\n      "command": "y"\n    }\n  }\n}\n',
      5,
      TWO,
    ],
    ['an opening brace missing', '{\n "mcpServers": {\n  "a": "command": "x"\n }\n}', 3, null],
  ])('%s', (_name, text, line, meant) => {
    const {trouble} = readJson(text, STRICT);
    expect(trouble?.kind).toMatch(/missing-bracket|extra-bracket/);
    expect(createLineIndex(text).at(trouble?.offset ?? -1).line).toBe(line);
    if (meant === null) expect(trouble?.repair).toBeNull();
    else expect(JSON.parse(withEdits(text, trouble?.repair ?? []))).toEqual(meant);
  });
  test('members without braces and with a last comma', () => {
    const text = '"a": {"command": "x"},\n';
    expect(JSON.parse(withEdits(text, readJson(text, STRICT).trouble?.repair ?? []))).toEqual({a: {command: 'x'}});
  });
});

describe('merge conflicts', () => {
  const conflict = (ours: string, theirs: string): string =>
    `{\n  "a": 1,\n<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> main\n}\n`;
  test('the one side that parses is taken', () => {
    const text = conflict('  "b": 2\n', '');
    const {trouble} = readJson(text, STRICT);
    expect(trouble).toMatchObject({kind: 'merge-conflict'});
    expect(JSON.parse(withEdits(text, trouble?.repair ?? []))).toEqual({a: 1, b: 2});
  });
  test('where both sides parse nobody but the person can choose', () => {
    expect(readJson(conflict('  "b": 2\n', '  "b": 3\n'), STRICT).trouble).toMatchObject({repair: null});
  });
  test('three-way marks', () => {
    const text = conflict('  "b": 2\n||||||| base\n  "b": 0\n', '  "b": 2\n');
    expect(JSON.parse(withEdits(text, readJson(text, STRICT).trouble?.repair ?? []))).toEqual({a: 1, b: 2});
  });
});

describe('what is no mistake', () => {
  test.each([
    ['comments and trailing commas where the client takes them', '{\n // x\n "a": [1,],\n}', RELAXED],
    ['comments where the client takes them', '{/* x */ "a": 1}', WITH_COMMENTS],
    ['an empty file of a relaxed client', '', RELAXED],
    ['seven equals signs inside a text', '{"a": "======="}', STRICT],
    ['a link inside a text', '{"a": "https://x.test//y"}', STRICT],
    ['a typographic mark inside a text', '{"a": "say \u201chi\u201d, now"}', STRICT],
    ['a key named __proto__', '{"__proto__": {"a": 1}}', STRICT],
  ])('%s', (_name, text, dialect) => {
    expect(readJson(text, dialect).trouble).toBeNull();
  });
  test('a trailing comma where only comments are taken', () => {
    expect(readJson('{"a": 1, /* x */ }', WITH_COMMENTS).trouble).toMatchObject({kind: 'trailing-comma'});
  });
});

test.each([
  ['empty', '', 'empty'],
  ['only white space', ' \n\t', 'empty'],
  ['HTML', '<!doctype html><html></html>', 'not-json'],
  ['TOML', '[mcp_servers.x]\ncommand = "node"\n', 'unquoted-value'],
  ['YAML', 'mcpServers:\n  notes:\n    command: node\n', 'not-json'],
  ['zero bytes', '\0'.repeat(300), 'not-json'],
])('%s is told', (_name, text, kind) => {
  expect(readJson(text, STRICT).trouble?.kind).toBe(kind);
});

test('a Markdown fence is taken away', () => {
  const text = `\`\`\`json\n${GOOD}\`\`\`\n`;
  expect(JSON.parse(withEdits(text, readJson(text, STRICT).trouble?.repair ?? []))).toEqual(MEANT);
});

const RUNS = Number(process.env['MCP_FIX_RUNS'] ?? 1000);

test('valid JSON gives its value, whatever its layout', () => {
  fc.assert(
    fc.property(fc.json({maxDepth: 5}), fc.integer({min: 0, max: 4}), (text, space) => {
      const laidOut = JSON.stringify(JSON.parse(text), null, space);
      const {root} = readJson(laidOut, STRICT);
      expect(JSON.stringify(root === null ? undefined : plainValue(root))).toBe(JSON.stringify(JSON.parse(text)));
    }),
    {numRuns: RUNS},
  );
});

test('any text gives an answer, and a repair always parses', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    ',',
    ':',
    '\\',
    '\n',
    ' ',
    '//',
    '/*',
    '*/',
    '#',
    '=',
    'a',
    '1',
    'true',
    '\u201c',
    '\0',
    '"key": ',
    '"value"',
    '<<<<<<< a\n',
    '=======\n',
    '>>>>>>> b\n',
  );
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 40}), (pieces) => {
      const text = pieces.join('');
      const {root, trouble} = readJson(text, STRICT);
      expect(root === null).toBe(trouble !== null);
      if (trouble?.repair) expect(() => JSON.parse(withEdits(text, trouble.repair ?? []))).not.toThrow();
    }),
    {numRuns: RUNS * 5},
  );
});

test('a damaged file of a megabyte is explained in well under a second', () => {
  const many = Object.fromEntries(
    Array.from({length: 6000}, (_, index) => [`server-${index}`, MEANT.mcpServers.notes]),
  );
  const text = JSON.stringify({mcpServers: many}, null, 2).replace(/\}$/, '').replaceAll('"eu"', "'eu'");
  // Time of our own: other programs on the machine do not count.
  const start = process.cpuUsage();
  expect(readJson(text, STRICT).trouble?.kind).toBe('single-quotes');
  const {user, system} = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(3000);
});
