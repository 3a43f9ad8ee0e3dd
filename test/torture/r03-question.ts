import fs from 'node:fs';
import path from 'node:path';
import {spawn as spawnPty} from '@lydell/node-pty';
import xterm from '@xterm/headless';
import {aWorld, serverScript} from './a-world.ts';
import {
  below,
  few,
  inLanes,
  type Outcome,
  pick,
  randomOf,
  scaled,
  type Trial,
  type TrialOptions,
  until,
  withFolder,
} from './trial.ts';

type Random = () => number;

/** Words that are found again on the screen, with what could hide or disturb them. */
const argumentsOf = (random: Random, kind: string): readonly string[] => {
  const words = Array.from({length: 60}, (_, index) => `w${String(index).padStart(3, '0')}z`);
  if (kind === 'long') return [words.join(' '), 'x y '.repeat(2250), 'w999z'];
  if (kind === 'hidden by spaces') return [`ok${' '.repeat(4000)}${words.slice(0, 3).join(' ')}`];
  if (kind === 'escapes') return ['\u001b[2J\u001b[8m', ...words.slice(0, 20), '\u001b[1A\u001b[2K\r'];
  if (kind === 'bidi') return ['\u202e', ...words.slice(0, 20), '\u2066'];
  if (kind === 'CJK') return words.slice(0, 30).map((word) => `日本語${word}`);
  return Array.from({length: below(random, 60)}, () => pick(random, words));
};
const KINDS = ['long', 'hidden by spaces', 'escapes', 'bidi', 'CJK', 'any'];

/** Ways of not saying yes. */
const ANSWERS: Readonly<Record<string, (write: (keys: string) => void, resize: (columns: number) => void) => void>> = {
  Enter: (write) => write('\r'),
  Esc: (write) => write('\u001b'),
  'end of input': (write) => write('\u0004'),
  'a pasted y': (write) => write('\u001b[200~y\r\u001b[201~'),
  'a storm of sizes': (_write, resize) => {
    for (let width = 40; width < 140; width += 7) resize(width);
  },
  'closed terminal': () => undefined,
};

const tryOne = (options: TrialOptions, seed: number): Promise<string | null> =>
  withFolder(async (dir) => {
    const random = randomOf(seed);
    const [kind, answer] = [pick(random, KINDS), pick(random, Object.keys(ANSWERS))];
    const columns = pick(random, [40, 60, 80, 120, 200]);
    const name = `${kind}, ${answer}, ${columns} columns`;
    const world = aWorld(dir);
    const sprung = path.join(dir, 'sprung');
    const script = world.write('s.cjs', serverScript(`require('fs').writeFileSync(${JSON.stringify(sprung)}, '')`));
    const args = argumentsOf(random, kind);
    world.write('home/.claude.json', {
      mcpServers: {
        [kind === 'escapes' ? 'bait\u001b[31m' : 'bait']: {command: process.execPath, args: [script, ...args]},
      },
    });
    const env = {...world.env, TERM: 'xterm-256color'};
    const pty = spawnPty(process.execPath, [options.program], {cols: columns, rows: 30, cwd: world.project, env});
    const terminal = new xterm.Terminal({cols: columns, rows: 30, allowProposedApi: true});
    let raw = '';
    pty.onData((text) => {
      raw += text;
      terminal.write(text);
    });
    const screen = (): string =>
      Array.from(
        {length: 30},
        (_, row) =>
          terminal.buffer.active.getLine(terminal.buffer.active.viewportY + row)?.translateToString(true) ?? '',
      ).join('\n');
    try {
      if (!(await until(() => screen().includes('bait'), 15_000))) return `${name}: the wizard never came`;
      pty.write('\r');
      if (!(await until(() => screen().includes('May I start this?'), 8000)))
        return `${name}: no question: ${screen()}`;
      // A frame may be in the middle of being drawn: it counts when it stays as it is.
      const settled = (): Promise<boolean> => {
        let last = '';
        let same = 0;
        return until(() => {
          same = screen() === last ? same + 1 : 0;
          last = screen();
          return same >= 6;
        }, 4000);
      };
      await settled();
      let seen = screen();
      const odd = /[\u009b\u202a-\u202e\u2066-\u2069\u0007]|\u001b\[(8m|2J)/.exec(
        raw.slice(raw.indexOf('May I start')),
      );
      if (odd !== null && odd[0] !== '\u001b[2J') return `${name}: raw ${JSON.stringify(odd[0])}`;
      for (let page = 0; page < 400; page += 1) {
        const before = screen();
        if (!before.includes('more below')) break;
        pty.write('\u001b[6~');
        await until(() => screen() !== before, 6000);
        await settled();
        seen += `\n${screen()}`;
      }
      const flat = seen.replaceAll(/[\s│┃|]/g, '');
      const hidden = args.flatMap((word) => word.match(/w\d{3}z/g) ?? []).filter((word) => !flat.includes(word));
      if (hidden.length > 0) return `${name}: not reachable on the screen: ${hidden.slice(0, 3).join(' ')}`;
      if (answer === 'closed terminal') pty.kill('SIGHUP');
      else
        ANSWERS[answer]?.(
          (keys) => pty.write(keys),
          (width) => pty.resize(width, 30),
        );
      // A wrong start would show within this time; a condition that must not come true has no other end.
      const started = await until(() => fs.existsSync(sprung), 1200);
      return started ? `${name}: it was started` : null;
    } finally {
      pty.kill('SIGKILL');
    }
  });

const run = async (options: TrialOptions): Promise<Outcome> => {
  const count = scaled(60, options);
  const wrong: string[] = [];
  await inLanes([...Array(count).keys()], 3, async (index) => {
    const trouble = await tryOne(options, options.seed * 1000 + index);
    if (trouble !== null) wrong.push(trouble);
  });
  return {
    figures: `${count} questions (arguments of 9,000 characters, 4,000 spaces, escapes, bidi, CJK; 40 to 200 columns): ${wrong.length} with a hidden word, a raw control sequence or a start without a yes`,
    wrong: few(wrong),
  };
};

export const r03: Trial = {promise: 'R3', title: 'the question shows everything and anything but y is no', run};
