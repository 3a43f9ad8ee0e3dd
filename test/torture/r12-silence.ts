import fs from 'node:fs';
import path from 'node:path';
import {aWorld, serverScript} from './a-world.ts';
import {EVERY_COMMAND} from './every-command.ts';
import {openHttp} from './loopback.ts';
import {answerHealthily} from './own-side/parts.ts';
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

interface Way {
  readonly name: string;
  readonly entry: (port: number) => object;
  /** In a network namespace of its own, where nobody listens: a port that was mistyped is looked for nowhere else. */
  readonly isAlone?: boolean;
}

const WAYS: readonly Way[] = [
  {name: 'a program', entry: () => ({command: process.execPath, args: ['-e', serverScript()]})},
  {name: 'a healthy URL', entry: (port) => ({type: 'http', url: `http://127.0.0.1:${port}/mcp`})},
  {name: 'a URL that refuses', entry: () => ({type: 'http', url: 'http://127.0.0.1:9/mcp'}), isAlone: true},
];

/** The calls that would break the promise: any listen, a bind to a port, a packet to a port that the entry does not name. */
const wrongCalls = (trace: string, port: number): readonly string[] =>
  trace.split('\n').filter((line) => {
    if (/\blisten\(/.test(line)) return true;
    if (!/sa_family=AF_INET6?\b/.test(line)) return false;
    const to = Number(/sin6?_port=htons\((\d+)\)/.exec(line)?.[1] ?? 0);
    if (/\bbind\(/.test(line)) return to !== 0;
    const isHere = /inet_addr\("127\.|inet_pton\(AF_INET6, "::1"/.test(line);
    return !(isHere && to === port);
  });

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
  try {
    await inLanes(runs, 2, ({way, args}) =>
      withFolder(async (dir) => {
        const world = aWorld(dir);
        world.write('home/.claude.json', {mcpServers: {notes: way.entry(server.port)}});
        world.write('project/body.json', {model: 'm', max_tokens: 1, messages: [], mcp_servers: []});
        const log = path.join(dir, 'trace');
        const traced = [
          'strace',
          '-f',
          '-qq',
          '--seccomp-bpf',
          '-o',
          log,
          '-e',
          'trace=listen,bind,connect,sendto,sendmsg,sendmmsg',
          process.execPath,
          options.program,
          ...args,
        ];
        const argv =
          way.isAlone === true
            ? ['unshare', '-n', 'sh', '-c', 'ip link set lo up; exec "$@"', 'sh', ...traced]
            : traced;
        const ran = await runToEnd(argv, {cwd: world.project, env: world.env});
        const trace = fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '';
        calls += trace.split('\n').length - 1;
        const guilty = wrongCalls(trace, way.isAlone === true ? 9 : server.port);
        if (guilty.length > 0)
          wrong.push(`${args.join(' ')} on ${way.name}: ${guilty.slice(0, 2).join(' | ').slice(0, 300)}`);
        // The trace is worth nothing where it does not see what must be there.
        if (
          way.name === 'a healthy URL' &&
          args.join(' ') === 'check --yes' &&
          !trace.includes(`htons(${server.port})`)
        )
          wrong.push('the trace does not see the call of the approved server');
        if (ran.code === null || (trace === '' && ran.code > 3))
          wrong.push(`${args.join(' ')} on ${way.name}: it did not run: ${ran.err.slice(0, 200)}`);
      }),
    );
  } finally {
    await server.close();
  }
  return {
    figures: `${runs.length} runs of ${EVERY_COMMAND.length} commands on ${WAYS.map(({name}) => name).join(', ')}, under strace, ${calls} socket calls: ${wrong.length} with a socket that listens or a packet to another address than the entry's`,
    wrong: few(wrong),
  };
};

export const r12: Trial = {promise: 'R12', title: 'nothing listens and nobody but the approved server is called', run};
