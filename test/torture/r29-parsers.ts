import {languageOf} from '../../src/clients/edit/language.ts';
import {isTooDeep} from '../../src/clients/text/json-depth.ts';
import {readJson} from '../../src/clients/text/json-document.ts';
import {readToml} from '../../src/clients/text/toml-document.ts';
import {readYaml} from '../../src/clients/text/yaml-document.ts';
import {parseChallenges} from '../../src/probes/remote/challenge.ts';
import {createEventReader} from '../../src/probes/remote/event-reader.ts';
import {resolvedUrl} from '../../src/probes/remote/resolved-url.ts';
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

const PARSERS: Readonly<Record<string, (text: string) => unknown>> = {
  json: (text) => [
    languageOf('json').parse(text),
    languageOf('jsonc').parse(text),
    isTooDeep(text) || readJson(text, {comments: true, trailingCommas: true}),
  ],
  toml: (text) => [languageOf('toml').parse(text), isTooDeep(text) || readToml(text)],
  yaml: (text) => [languageOf('yaml').parse(text), isTooDeep(text) || readYaml(text)],
  sse: (text) => {
    const reader = createEventReader(() => undefined);
    const middle = Math.floor(text.length / 2);
    reader.feed(text.slice(0, middle));
    reader.feed(text.slice(middle));
    return reader.isInside();
  },
  challenge: (text) => parseChallenges(text),
  url: (text) => resolvedUrl(text, new URL('https://x.example/a')),
};

const MB = 1 << 20;
/** A megabyte of what is hard to read. */
const LARGE: readonly (readonly [string, string])[] = [
  ['json', '['.repeat(MB)],
  ['json', `{"a": "${'x'.repeat(MB)}"}`],
  ['json', `[${'1,'.repeat(MB / 2)}1]`],
  ['json', '/*'.repeat(MB / 2)],
  ['json', '"\\'.repeat(MB / 2)],
  ['sse', 'data: x\n'.repeat(MB / 8)],
  ['sse', 'd'.repeat(MB)],
  ['challenge', 'Bearer a="'.repeat(MB / 10)],
  ['challenge', '\\"'.repeat(MB / 2)],
  ['challenge', ' ,'.repeat(MB / 2)],
  ['url', `https://x.example/${'a/../'.repeat(MB / 5)}`],
];

const run = async (options: TrialOptions): Promise<Outcome> => {
  const random = randomOf(options.seed);
  const wrong: string[] = [];
  const total = scaled(1_000_000, options);
  const names = Object.keys(PARSERS);
  let slowest = 0;
  const tryOne = (name: string, text: string): number => {
    const from = performance.now();
    try {
      PARSERS[name]?.(text);
    } catch (error) {
      wrong.push(
        `${name} crashes (${error instanceof Error ? error.message.slice(0, 80) : ''}) on ${JSON.stringify(text.slice(0, 200))}`,
      );
    }
    return performance.now() - from;
  };
  for (let index = 0; index < total; index += 1) {
    const name = names[index % names.length] ?? 'json';
    const text = mutated(random, pick(random, SEEDS[name] ?? ['']));
    // Once more before it counts: the machine may have been busy elsewhere.
    if (tryOne(name, text) > 200) {
      const ms = tryOne(name, text);
      if (ms > 200) wrong.push(`${name}: ${Math.round(ms)} ms for ${JSON.stringify(text)}`);
    }
  }
  const figures: string[] = [];
  for (const [name, text] of LARGE) {
    const ms = tryOne(name, text);
    slowest = Math.max(slowest, ms);
    figures.push(`${name} ${Math.round(ms)}`);
    // Far more than the promise: what is looked for here is a curve that bends, on a machine that is busy.
    if (ms > 10_000)
      wrong.push(
        `${name}: ${Math.round(ms)} ms for ${Math.round(text.length / 1024)} KB of ${JSON.stringify(text.slice(0, 12))}`,
      );
  }
  return {
    figures: `${total.toLocaleString('en')} generated inputs on ${names.length} parsers: ${wrong.length} crashes or hangs; ms for a hostile MB: ${figures.join(', ')}`,
    wrong: few(wrong),
  };
};

export const r29: Trial = {promise: 'R29', title: 'no input crashes or hangs a parser', run};
