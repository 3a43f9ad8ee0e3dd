import {languageOf} from '../../src/clients/edit/language-of.ts';
import {readJson} from '../../src/clients/text/json-document.ts';
import {readToml} from '../../src/clients/text/toml-document.ts';
import {readYaml} from '../../src/clients/text/yaml-document.ts';
import {parseChallenges} from '../../src/probes/remote/challenge.ts';
import {createEventReader} from '../../src/probes/remote/event-reader.ts';
import {resolvedUrl} from '../../src/probes/remote/resolved-url.ts';
import {HIDDEN} from './r29-corpus.ts';
import {below, few, type Outcome, pick, randomOf, scaled, type Trial, type TrialOptions} from './trial.ts';

const SEEDS: Readonly<Record<string, readonly string[]>> = {
  json: [
    '{"mcpServers": {"a": {"command": "npx", "args": ["-y", "x"], "env": {"A": "\\u0041"}}}}',
    '// c\n{"a": [1, 2.0e5, null,],}',
    '{"a": {"a": 1, "a": 2}}',
  ],
  toml: [
    '[mcp_servers.a]\ncommand = "npx"\nargs = ["-y"]\n[mcp_servers.a.env]\nA = \'x\'\n',
    'a.b = 1979-05-27T07:32:00Z\n[[x]]\ny = """\nz"""\n',
  ],
  yaml: ['mcpServers:\n  - name: a\n    command: npx\n    args: [-y, x]\n', 'a: &x {b: 1}\nc: *x\n? d\n: |\n  text\n'],
  sse: ['event: message\ndata: {"a":1}\n\n: c\r\ndata: x\r\rid: 1\n\n'],
  challenge: [
    'Bearer realm="x", error="invalid_token", resource_metadata="https://x.example/.well-known"',
    'Basic realm=x, Bearer scope="a b", Digest nonce="\\""',
  ],
  url: ['https://user:pw@x.example:8080/a/../b?c=d#e', '//[::1]:80/', 'http://xn--a/%ff'],
};

const mutated = (random: () => number, text: string): string => {
  let out = text;
  for (let round = below(random, 6); round >= 0; round -= 1) {
    const at = below(random, out.length + 1);
    const piece = pick(random, [
      '',
      '"',
      '\\',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '\n',
      '\r',
      '\u0000',
      '\ud800',
      '\ufeff',
      '/*',
      '*/',
      "'''",
      '"""',
      '&a',
      '*a',
      '!!x',
      '=',
      '\t',
      '\u2028',
      '9'.repeat(30),
      out.slice(0, below(random, 40)),
    ]);
    out = out.slice(0, at) + piece + out.slice(at + below(random, 4));
  }
  return out;
};

const SIGNS = [...'a1 \n\t\r\\,:.=-?!&*|#%@/[]{}"\''];
const HEADS = [
  '',
  '[',
  '{',
  '- ',
  'a: ',
  'a = [',
  'a = {',
  '"',
  'a: "',
  'a = "',
  "'''",
  '"""',
  '{"a":',
  '/*',
  'a: |\n ',
];
const LONG = 64 * 1024;

/** A few signs, again and again: what costs more each time it comes shows here first. */
const repeated = (random: () => number): string => {
  const unit = Array.from({length: 1 + below(random, 5)}, () => pick(random, SIGNS)).join('');
  return pick(random, HEADS) + unit.repeat(LONG / unit.length);
};

const STRICT = {comments: false, trailingCommas: false};
const LENIENT = {comments: true, trailingCommas: true};

/** Each way in which the program reads foreign text, under the name of what it reads. */
const PARSERS: Readonly<Record<string, Readonly<Record<string, (text: string) => unknown>>>> = {
  json: {
    'JSON, as a client reads it': (text) => readJson(text, STRICT),
    'JSONC, as a client reads it': (text) => readJson(text, LENIENT),
    'JSON, to be edited': (text) => languageOf('json').parse(text),
    'JSONC, to be edited': (text) => languageOf('jsonc').parse(text),
  },
  toml: {
    'TOML, as a client reads it': readToml,
    'TOML, to be edited': (text) => [
      languageOf('toml').parse(text),
      languageOf('toml').splice(text, {kind: 'replace', path: ['a'], value: 1}),
    ],
  },
  yaml: {
    'YAML, as a client reads it': readYaml,
    'YAML, to be edited': (text) => languageOf('yaml').parse(text),
  },
  sse: {
    'events of a stream': (text) => {
      const reader = createEventReader(() => undefined);
      const middle = Math.floor(text.length / 2);
      reader.feed(text.slice(0, middle));
      reader.feed(text.slice(middle));
      return reader.isInside();
    },
  },
  challenge: {'a WWW-Authenticate header': parseChallenges},
  url: {'a URL': (text) => resolvedUrl(text, new URL('https://x.example/a'))},
};

const MB = 1 << 20;
const full = (unit: string, head = '', tail = ''): string => head + unit.repeat(Math.floor(MB / unit.length)) + tail;
/** A megabyte of what is hard to read. */
const LARGE: readonly (readonly [string, string])[] = [
  ['json', full('[')],
  ['json', `{"a": "${'x'.repeat(MB)}"}`],
  ['json', full('1,', '[', '1]')],
  ['json', full('{"a":1},', '[', '1]')],
  ['json', full('/*')],
  ['json', full('//x\n')],
  ['json', full('"\\')],
  ['json', full('"abc\n', '[')],
  ['json', full('a=1\n', '{')],
  ['json', full('[}')],
  ['toml', full('1,', 'a = [', '1]')],
  ['toml', full('[[a]]\n')],
  ['toml', full('a.', '', 'a = 1')],
  ['toml', full('# c\n')],
  ['toml', full('x', 'a = "', '"')],
  ['yaml', full('- a\n')],
  ['yaml', full('- *a\n', 'a: &a 1\nb:\n')],
  ['yaml', full('!!x ')],
  ['yaml', full('a,', '[', 'a]')],
  ['yaml', full('x', 'a: "', '"')],
  ['sse', full('data: x\n')],
  ['sse', full('\n')],
  ['sse', full('d')],
  ['challenge', full('Bearer a="')],
  ['challenge', full('\\"')],
  ['challenge', full(' ,')],
  ['url', full('a/../', 'https://x.example/')],
];

const run = async (options: TrialOptions): Promise<Outcome> => {
  const random = randomOf(options.seed);
  const wrong: string[] = [];
  const total = scaled(1_000_000, options);
  const names = Object.keys(PARSERS);
  /** Milliseconds of our own: other programs on the machine do not count. */
  const tryOne = (name: string, text: string, parse: (text: string) => unknown): number => {
    const from = process.cpuUsage();
    try {
      parse(text);
    } catch (error) {
      wrong.push(
        `${name} crashes (${error instanceof Error ? error.message.slice(0, 80) : ''}) on ${JSON.stringify(text.slice(0, 200))}`,
      );
    }
    const {user, system} = process.cpuUsage(from);
    return (user + system) / 1000;
  };
  const waysOf = (name: string) => Object.entries(PARSERS[name] ?? {});
  // The ordinary tests try these by themselves: test/clients/hostile-text.test.ts.
  const isSlice = options.scale < 0.05;
  for (const [format, text] of isSlice ? [] : HIDDEN)
    for (const [way, parse] of waysOf(format === 'jsonc' ? 'json' : format)) tryOne(way, text, parse);
  for (let index = 0; index < total; index += 1) {
    const name = names[index % names.length] ?? 'json';
    const text = mutated(random, pick(random, SEEDS[name] ?? ['']));
    const ways = waysOf(name);
    for (const [way, parse] of isSlice
      ? ways.filter((_, at) => at === Math.floor(index / names.length) % ways.length)
      : ways) {
      // Once more before it counts: memory may just have been tidied up.
      if (tryOne(way, text, parse) < 200) continue;
      const ms = tryOne(way, text, parse);
      if (ms > 200) wrong.push(`${way}: ${Math.round(ms)} ms for ${JSON.stringify(text)}`);
    }
  }
  const repetitions = isSlice ? 0 : scaled(3000, options);
  for (let index = 0; index < repetitions; index += 1) {
    const text = repeated(random);
    for (const [way, parse] of waysOf(names[index % 3] ?? 'json')) {
      // The most that is ever parsed of TOML and YAML takes below two seconds.
      if (tryOne(way, text, parse) < 2500) continue;
      const ms = tryOne(way, text, parse);
      if (ms > 2500) wrong.push(`${way}: ${Math.round(ms)} ms for 64 KB of ${JSON.stringify(text.slice(0, 12))}`);
    }
  }
  const all: (readonly [ms: number, words: string])[] = [];
  const large = isSlice ? LARGE.slice(0, 1) : LARGE;
  for (const [name, text] of large) {
    for (const [way, parse] of waysOf(name)) {
      const once = (): number => (tryOne(way, text, parse) * MB) / text.length;
      let ms = once();
      // Again, before it counts: memory is tidied up by other threads, whose time is ours too.
      for (let again = 0; again < 4 && ms > 100; again += 1) ms = Math.min(ms, once());
      all.push([ms, `${way}, of ${JSON.stringify(text.slice(0, 12))} …`]);
    }
  }
  const slowest = all.toSorted((a, b) => b[0] - a[0]);
  // The ordinary tests run beside others; a curve that bends takes minutes.
  for (const [ms, words] of slowest)
    if (ms > (isSlice ? 10_000 : 100)) wrong.push(`${Math.round(ms)} ms for a megabyte: ${words}`);
  return {
    figures: `${total.toLocaleString('en')} generated inputs on ${names.length} parsers, ${repetitions.toLocaleString('en')} of 64 KB that repeat a few signs, ${isSlice ? 0 : HIDDEN.length} that once broke one: ${wrong.length} crashed, hung or took too long; ${all.length} readings of a hostile megabyte, the slowest: ${slowest
      .slice(0, 4)
      .map(([ms, words]) => `${Math.round(ms)} ms (${words})`)
      .join(', ')}`,
    wrong: few(wrong),
  };
};

export const r29: Trial = {promise: 'R29', title: 'no input crashes or hangs a parser', run};
