import fs from 'node:fs';
import path from 'node:path';
import {aWorld, serverScript} from './a-world.ts';
import {EVERY_COMMAND} from './every-command.ts';
import {openHttp} from './loopback.ts';
import {answerHealthily} from './own-side/parts.ts';
import {screens} from './r12-screens.ts';
import {traced, wrongCalls} from './traced.ts';
import {
  few,
  inLanes,
  type Outcome,
  randomOf,
  runToEnd,
  sample,
  scaled,
  type Trial,
  type TrialOptions,
  withFolder,
} from './trial.ts';

/** Nobody listens there in a namespace of its own, and `fetch` has nothing against it. */
const CLOSED = 3999;

interface Way {
  readonly name: string;
  readonly entry: (port: number) => object;
  /** In a network namespace of its own, where nobody listens: a port that was mistyped is looked for nowhere else. */
  readonly isAlone?: boolean;
}

const WAYS: readonly Way[] = [
  {name: 'a program', entry: () => ({command: process.execPath, args: ['-e', serverScript()]})},
  {name: 'a healthy URL', entry: (port) => ({type: 'http', url: `http://127.0.0.1:${port}/mcp`})},
  {name: 'a URL that refuses', entry: () => ({type: 'http', url: `http://127.0.0.1:${CLOSED}/mcp`}), isAlone: true},
];

const run = async (options: TrialOptions): Promise<Outcome> => {
  if ((await runToEnd(['strace', '-V']).catch(() => null)) === null)
    return {figures: '', wrong: [], notRun: 'strace is missing'};
  const canBeAlone = (await runToEnd(['unshare', '-n', 'true']).catch(() => null))?.code === 0;
  const all = WAYS.filter(({isAlone}) => isAlone !== true || canBeAlone).flatMap((way) =>
    EVERY_COMMAND.map((args) => ({way, args})),
  );
  const runs = sample(randomOf(options.seed), all, scaled(all.length, options));
  const wrong: string[] = [];
  let calls = 0;
  const server = await openHttp(answerHealthily);
  let walks: Awaited<ReturnType<typeof screens>>;
  try {
    await inLanes(runs, 2, ({way, args}) =>
      withFolder(async (dir) => {
        const world = aWorld(dir);
        world.write('home/.claude.json', {mcpServers: {notes: way.entry(server.port)}});
        world.write('project/body.json', {model: 'm', max_tokens: 1, messages: [], mcp_servers: []});
        const log = path.join(dir, 'trace');
        const isAlone = way.isAlone === true;
        const argv = traced(log, [process.execPath, options.program, ...args], isAlone);
        const ran = await runToEnd(argv, {cwd: world.project, env: world.env});
        const trace = fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '';
        calls += trace.split('\n').length - 1;
        const port = isAlone ? CLOSED : server.port;
        const guilty = wrongCalls(trace, port);
        if (guilty.length > 0)
          wrong.push(`${args.join(' ')} on ${way.name}: ${guilty.slice(0, 2).join(' | ').slice(0, 300)}`);
        // The trace is worth nothing where it does not see what must be there.
        if (way.name !== 'a program' && args.join(' ') === 'check --yes' && !trace.includes(`htons(${port})`))
          wrong.push('the trace does not see the call of the approved server');
        if (ran.code === null || (trace === '' && ran.code > 3))
          wrong.push(`${args.join(' ')} on ${way.name}: it did not run: ${ran.err.slice(0, 200)}`);
      }),
    );
    walks = await screens(options, server.port, canBeAlone);
  } finally {
    await server.close();
  }
  return {
    figures: `${runs.length} runs of ${EVERY_COMMAND.length} commands on ${WAYS.map(({name}) => name).join(', ')}, under strace, ${calls} socket calls: ${wrong.length} with a socket that listens or a packet to another address than the entry's; ${walks.figures}: ${walks.wrong.length} wrong`,
    wrong: few([...wrong, ...walks.wrong]),
  };
};

export const r12: Trial = {promise: 'R12', title: 'nothing listens and nobody but the approved server is called', run};
