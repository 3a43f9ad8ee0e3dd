import fs from 'node:fs';
import path from 'node:path';
import {KEYS, openPty} from '../helpers/pty.ts';
import {aWorld, serverScript} from './a-world.ts';
import {traced, wrongCalls} from './traced.ts';
import {inLanes, randomOf, sample, scaled, type TrialOptions, until, withFolder} from './trial.ts';

/** A key, or words to type, and what the screen shows then. */
type Step = readonly [keys: string, sees: string];

interface Walk {
  readonly name: string;
  readonly args: readonly string[];
  /** The one server, `notes`: of the project where it is onboarded, else of the home. */
  readonly entry: (port: number) => object;
  readonly steps: (port: number) => readonly Step[];
  /** The walk has to reach the server: its port must be seen in the trace. */
  readonly isCalled: boolean;
  /** In a network namespace of its own, where nobody listens. */
  readonly isAlone?: boolean;
}

const {enter, down} = KEYS;
const CLOSED = 3999;
const healthy = (port: number): object => ({type: 'http', url: `http://127.0.0.1:${port}/mcp`});

const toTheCause: readonly Step[] = [
  [enter, 'Press y if you know'],
  ['y', 'Press Enter to see the exact error'],
  [enter, 'word for word'],
  [enter, 'What is wrong'],
];
const mended: readonly Step[] = [
  ...toTheCause,
  [enter, 'One change'],
  [enter, 'Press y to write it'],
  ['y', 'A real client'],
  [enter, 'Write it down'],
  [enter, 'the fix is written down'],
  ['x', 'mcp-fixes.md'],
  ['c', 'on the clipboard'],
];

const WALKS: readonly Walk[] = [
  {
    name: 'a program is mended, proved and written down',
    args: [],
    entry: () => ({command: 'nodee', args: ['-e', serverScript()]}),
    steps: () => mended,
    isCalled: false,
  },
  {
    name: 'a URL is mended, proved and written down',
    args: [],
    entry: (port) => ({type: 'http', url: `http://127.0.0.1:${port}/wrong`}),
    steps: () => mended,
    isCalled: true,
  },
  {
    name: 'a URL that refuses, in a shell, and seen differently',
    args: [],
    entry: () => ({type: 'http', url: `http://127.0.0.1:${CLOSED}/mcp`}),
    steps: () => [
      ...toTheCause,
      ['r', 'Press c to copy it'],
      ['c', 'on the clipboard'],
      [KEYS.escape, 'What is wrong'],
      ['d', 'What is it, then?'],
      [KEYS.escape, 'What is wrong'],
      ['?', 'help'],
    ],
    isCalled: true,
    isAlone: true,
  },
  {
    name: 'a URL as another client',
    args: [],
    entry: (port) => ({type: 'http', url: `http://127.0.0.1:${port}/wrong`}),
    steps: () => [...toTheCause.slice(0, 2), ['a', 'As another client'], [enter, 'notes']],
    isCalled: true,
  },
  {
    name: 'a URL that is typed, looked at twice, in a shell',
    args: [],
    entry: healthy,
    steps: (port) => [
      [down + down, 'A URL or a command'],
      [enter, 'Type or paste the address'],
      [`http://127.0.0.1:${port}/mcp`, 'Press Enter to see what would happen'],
      [enter, 'Press y if you know'],
      ['y', 'It works.'],
      ['l', 'It works.'],
      ['r', 'Press c to copy it'],
    ],
    isCalled: true,
  },
  {
    name: 'a pasted error, its meaning and its server',
    args: [],
    entry: healthy,
    steps: () => [
      [down, 'paste an error message'],
      [enter, 'What did you see?'],
      ['connect ECONNREFUSED 127.0.0.1:3000', 'Press Enter to see what it means'],
      [enter, 'What the error means'],
      [enter, 'Which server gave you this error?'],
      [enter, 'Press y if you know'],
      ['y', 'It took'],
    ],
    isCalled: true,
  },
  {
    name: 'a request to the Messages API',
    args: [],
    entry: healthy,
    steps: () => [
      [down + down + down, 'An API request file'],
      [enter, 'Which request?'],
      ['body.json', 'Press Enter to read it'],
      [enter, 'Which server fails?'],
      ['i', 'Which server fails?'],
    ],
    isCalled: false,
  },
  {
    name: 'onboarding',
    args: ['onboard'],
    entry: healthy,
    steps: () => [
      [enter, 'The approval of Claude Code'],
      ['y', 'May I start this?'],
      ['y', 'Where you stand'],
    ],
    isCalled: true,
  },
];

/** Walks through the screens in a pseudo-terminal, everything traced. Answers what broke the promise. */
const walked = (walk: Walk, options: TrialOptions, healthyPort: number): Promise<readonly string[]> =>
  withFolder(async (dir) => {
    const world = aWorld(dir);
    const port = walk.isAlone === true ? CLOSED : healthyPort;
    const home = walk.args.includes('onboard') ? 'project/.mcp.json' : 'home/.claude.json';
    world.write(home, {mcpServers: {notes: walk.entry(port)}});
    const server = {type: 'url', name: 'notes', url: `http://127.0.0.1:${port}/mcp`};
    world.write('project/body.json', {
      model: 'm',
      max_tokens: 1,
      messages: [{role: 'user', content: 'x'}],
      mcp_servers: [server],
    });
    const log = path.join(dir, 'trace');
    const argv = traced(log, [process.execPath, options.program, ...walk.args], walk.isAlone === true);
    const pty = openPty({args: [], argv, cwd: world.project, env: world.env, columns: 110, rows: 40});
    const calm = async (): Promise<void> => {
      let last = '';
      let since = Date.now();
      await until(() => {
        if (pty.screen() !== last) since = Date.now();
        last = pty.screen();
        return Date.now() - since > 500;
      }, 5000);
    };
    const trouble: string[] = [];
    try {
      await pty.waitFor('notes', 60_000);
      for (const [keys, sees] of walk.steps(port)) {
        await calm();
        const {length} = pty.raw();
        pty.press(keys);
        await until(() => pty.raw().length > length, 10_000);
        await pty.waitFor(sees, 60_000);
      }
      await calm();
    } catch (error) {
      trouble.push(`${walk.name}: ${error instanceof Error ? error.message.slice(0, 1500) : String(error)}`);
    }
    pty.press(KEYS.ctrlC);
    const gone = await Promise.race([pty.exited.then(() => true), until(() => false, 15_000)]);
    if (!gone) pty.kill('SIGKILL');
    const trace = fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '';
    const guilty = wrongCalls(trace, port);
    if (guilty.length > 0) trouble.push(`${walk.name}: ${guilty.slice(0, 3).join(' | ').slice(0, 400)}`);
    if (walk.isCalled && !trace.includes(`htons(${port})`))
      trouble.push(`${walk.name}: the trace does not see the call of the server`);
    return trouble;
  });

/** The screens, walked through with everything traced. */
export const screens = async (
  options: TrialOptions,
  port: number,
  canBeAlone: boolean,
): Promise<{readonly figures: string; readonly wrong: readonly string[]}> => {
  const all = WALKS.filter(({isAlone}) => isAlone !== true || canBeAlone);
  const walks = sample(randomOf(options.seed), all, scaled(all.length, options));
  const wrong: string[] = [];
  await inLanes(walks, 2, async (walk) => {
    wrong.push(...(await walked(walk, options, port)));
  });
  const steps = walks.reduce((sum, walk) => sum + walk.steps(port).length, 0);
  return {
    figures: `${walks.length} walks through the screens in a pseudo-terminal, ${steps} screens asked for`,
    wrong,
  };
};
