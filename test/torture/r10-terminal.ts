import path from 'node:path';
import {printable, printableLine} from '../../src/model/printable.ts';
import {type AWorld, aWorld, serverScript} from './a-world.ts';
import {
  below,
  few,
  type Outcome,
  pick,
  randomOf,
  runToEnd,
  scaled,
  type Trial,
  type TrialOptions,
  withFolder,
} from './trial.ts';
import {wizardBytes} from './wizard-bytes.ts';

/** Sequences that terminals obey; each holds a word by which it is found again. */
const HOSTILE: readonly string[] = [
  '\u001b]0;TITLE\u0007',
  '\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\',
  '\u001b]52;c;ZXZpbA==\u0007',
  '\u001b]9;note\u0007',
  '\u001b]777;notify;a;b\u0007',
  '\u001b]1337;File=:AAAA\u0007',
  '\u001b[2J\u001b[H',
  '\u001b[8mhidden\u001b[0m',
  '\u001b[?1049h',
  '\u001bPq#0\u001b\\',
  '\u001b_G\u001b\\',
  '\u001b[6n',
  '\u001b[>c',
  '\u009b31m',
  '\u009d0;x\u009c',
  'a\rb',
  'a\bb',
  'a\u0007b',
  'a\u0000b',
  'abc\u202edef',
  'a\u2066b\u2069',
  'a\u200bb',
  `a${String.fromCodePoint(0xe0041)}b`,
  'a\u2028b',
  'a\ufeffb',
  '\u001b',
  '\u001b[',
  '\ud800',
];

const randomText = (random: () => number): string =>
  Array.from({length: 1 + below(random, 40)}, () => {
    const kind = below(random, 5);
    if (kind === 0) return pick(random, HOSTILE);
    if (kind === 1) return String.fromCharCode(below(random, 0xa0));
    if (kind === 2) return String.fromCodePoint(below(random, 0x110000));
    return pick(random, ['plain', ' ', 'é', '日本', '👩‍👩‍👧', '\\x1b', '\n', '\t']);
  }).join('');

const ODD =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ufeff]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/u;

/** The encoder alone: total, idempotent, nothing odd left, in proportional time. */
const encoder = (
  options: TrialOptions,
): {readonly count: number; readonly perMb: number; readonly wrong: readonly string[]} => {
  const random = randomOf(options.seed);
  const wrong: string[] = [];
  const count = scaled(100_000, options);
  for (let index = 0; index < count; index += 1) {
    const text = randomText(random);
    const shown = printable(text);
    if (ODD.test(shown)) wrong.push(`odd characters left of ${JSON.stringify(text)}`);
    if (printable(shown) !== shown) wrong.push(`not idempotent: ${JSON.stringify(text)}`);
    if (/[\n\t]/.test(printableLine(text))) wrong.push(`more than a line: ${JSON.stringify(text)}`);
  }
  const big = '\u001b[31mred\u202e and plain text '.repeat(40_000).slice(0, 1 << 20);
  const from = performance.now();
  printable(big);
  const perMb = Math.round(performance.now() - from);
  // A busy machine is allowed for; the promise is 50.
  if (perMb > 250) wrong.push(`${perMb} ms per MB`);
  return {count, perMb, wrong};
};

/** Every word that a configuration or a server can put before a person. */
const plant = (world: AWorld, text: string): void => {
  const words = JSON.stringify(text);
  const script = serverScript(
    `process.stderr.write(${words} + '\\n'); process.stdout.write(${words}.replaceAll('\\n', ' ') + '\\n')`,
  )
    .replace("name: 'read', description: 'reads'", `name: ${words}, description: ${words}`)
    .replace("name: 'n', version: '1'", `name: ${words}, version: ${words}`);
  const dies = `process.stderr.write('Error: ' + ${words} + '\\n'); process.exit(3)`;
  const clean = text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '');
  world.write('home/.claude.json', {
    mcpServers: {
      [`name ${text}`]: {command: process.execPath, args: ['-e', script]},
      dies: {command: process.execPath, args: ['-e', dies, clean]},
      gone: {command: `no-such-${text}`, args: [text], env: {[`V${text}`]: text}},
      far: {type: 'http', url: `http://127.0.0.1:9/${text}`, headers: {'X-A': text}},
    },
  });
  world.write('project/.mcp.json', `{"mcpServers": {"broken ${text.replaceAll('"', '')}": {"command": "x",}}}`);
};

const COMMANDS: readonly (readonly string[])[] = [
  ['list'],
  ['check', '--yes', '--timeout', '3000'],
  ['check', '--yes', '--timeout', '3000', '--format', 'markdown'],
  ['check', '--yes', '--timeout', '3000', '--json'],
  ['check', '--yes', '--timeout', '3000', '--format', 'junit'],
  ['fix', 'dies', '--yes'],
  ['fix', 'gone', '--yes'],
];

/** What is left when the program's own colours and erasures are taken away. */
const OWN =
  /\u001b\[(?:\d{1,3}(?:;\d{1,3})*)?m|\u001b\[\d*[ABCDEFGHJKST]|\u001b\[\d+;\d+H|\u001b\[\?(?:25|2004|2026)[hl]/g;

const run = (options: TrialOptions): Promise<Outcome> => {
  const alone = encoder(options);
  const wrong = [...alone.wrong];
  const texts = [...HOSTILE.map((text) => `A${text}Z`), HOSTILE.join('')];
  const chosen =
    options.scale < 0.2 ? texts.slice(-1) : texts.filter((_, index) => index % 3 === 0 || index === texts.length - 1);
  let outputs = 0;
  return withFolder(async (dir) => {
    for (const [index, text] of chosen.entries()) {
      const world = aWorld(path.join(dir, String(index)));
      plant(world, text);
      const commands = options.scale < 0.2 ? COMMANDS.slice(0, 2) : COMMANDS;
      for (const args of commands) {
        const ran = await runToEnd([process.execPath, options.program, ...args], {cwd: world.project, env: world.env});
        outputs += 1;
        const found = ODD.exec((ran.out + ran.err).replaceAll('\n', ''));
        if (found !== null)
          wrong.push(
            `${args.join(' ')}: ${JSON.stringify((ran.out + ran.err).slice(Math.max(0, found.index - 60), found.index + 40))}`,
          );
        if (args.includes('--json')) JSON.parse(ran.out);
      }
      const raw = (await wizardBytes(options, world, {columns: 120, name: 'xterm-256color'}))
        .replaceAll(OWN, '')
        .replaceAll('\r\n', '\n')
        .replaceAll('\r', '');
      outputs += 1;
      const found = ODD.exec(raw);
      if (found !== null)
        wrong.push(`the wizard: ${JSON.stringify(raw.slice(Math.max(0, found.index - 60), found.index + 40))}`);
    }
    return {
      figures: `${alone.count.toLocaleString('en')} strings through the encoder (${alone.perMb} ms per MB), ${outputs} outputs of the program on hostile words (screens included): ${wrong.length} with a foreign control sequence`,
      wrong: few(wrong),
    };
  });
};

export const r10: Trial = {promise: 'R10', title: 'no foreign control sequence reaches the terminal', run};
