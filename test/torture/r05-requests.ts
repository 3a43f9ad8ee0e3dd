import {type AWorld, aWorld} from './a-world.ts';
import {type Loopback, openHttp} from './loopback.ts';
import {answerHealthily} from './own-side/parts.ts';
import {inLanes, runToEnd, type TrialOptions, withFolder} from './trial.ts';

/** Values that stand nowhere else; the number tells them apart. */
export const CANARIES = Object.fromEntries(
  Array.from({length: 40}, (_, index) => [`CANARY_${index}`, `c4n4ry-${String(index).padStart(2, '0')}-9f8e7d6c`]),
);

interface Row {
  readonly name: string;
  readonly file: string;
  readonly document: (url: string) => object | string;
  readonly flags?: readonly string[];
  /** With the digest that `list` gives. */
  readonly isTrusted?: boolean;
  /** The canaries that the client's rule and the approval let out: these and no others. */
  readonly may: readonly number[];
}

const claude = (url: string): object => ({
  mcpServers: {
    notes: {
      type: 'http',
      url: `${url}?k=\${CANARY_1}`,
      headers: {'X-Key': '${CANARY_2}', 'X-Own': '${NOT_SET:-plain}'},
    },
  },
});

const ROWS: readonly Row[] = [
  {name: 'Claude Code', file: 'home/.claude.json', document: claude, may: [1, 2]},
  {
    name: 'Claude Code, no variable named',
    file: 'home/.claude.json',
    document: (url) => ({mcpServers: {notes: {type: 'http', url, headers: {'X-Key': 'CANARY_3'}}}}),
    may: [],
  },
  {name: 'a project without its digest', file: 'project/.mcp.json', document: claude, may: []},
  {name: 'a project with its digest', file: 'project/.mcp.json', document: claude, isTrusted: true, may: [1, 2]},
  {
    name: 'Cursor',
    file: 'home/.cursor/mcp.json',
    document: (url) => ({mcpServers: {notes: {url, headers: {'X-Key': '${env:CANARY_4}'}}}}),
    may: [4],
  },
  {
    name: 'VS Code',
    file: 'home/.config/Code/User/mcp.json',
    document: (url) => ({servers: {notes: {type: 'http', url, headers: {'X-Key': '${env:CANARY_5}'}}}}),
    may: [5],
  },
  {
    name: 'Codex',
    file: 'home/.codex/config.toml',
    document: (url) =>
      `[mcp_servers.notes]\nurl = "${url}"\nbearer_token_env_var = "CANARY_6"\nenv_http_headers = {"X-Key" = "CANARY_7"}\n`,
    may: [6, 7],
  },
];

/** Other programs of this machine may knock at any port; what is ours goes by this path. */
const OWN = `/own-${process.pid}`;

/** A healthy server, and three that make a prober try more than it first did. */
const SERVERS: Readonly<Record<string, Parameters<typeof openHttp>[0]>> = {
  healthy: (request, response, body) => {
    request.url = request.url?.split('?')[0]?.replace(OWN, '') ?? '/';
    answerHealthily(request, response, body);
  },
  'that refuses': (_request, response) => void response.writeHead(401, {'www-authenticate': 'Bearer'}).end(),
  'that is lost': (_request, response) => void response.writeHead(404).end('no'),
  'that fails': (_request, response) => void response.writeHead(500).end('oh'),
};

const digestOf = async (
  options: TrialOptions,
  world: AWorld,
  env: Readonly<Record<string, string>>,
): Promise<string> => {
  const {out} = await runToEnd([process.execPath, options.program, 'list', '--json'], {cwd: world.project, env});
  const report: {readonly servers: readonly {readonly digest: string}[]} = JSON.parse(out);
  return report.servers[0]?.digest ?? '';
};

/** Runs each rule against each server. @returns what was other than the rule, and how many requests were looked at */
export const requestsByRule = async (
  options: TrialOptions,
): Promise<{readonly wrong: readonly string[]; readonly requests: number; readonly rules: number}> => {
  const wrong: string[] = [];
  let requests = 0;
  const kinds = Object.entries(SERVERS).slice(0, options.scale < 1 ? 1 : undefined);
  await inLanes(
    ROWS.flatMap((row) => kinds.map(([kind, handler]) => ({row, kind, handler}))),
    2,
    async ({row, kind, handler}) => {
      const seen: string[] = [];
      const server: Loopback = await openHttp((request, response, body) => {
        seen.push(`${request.method} ${request.url}\n${JSON.stringify(request.rawHeaders)}\n${body}`);
        handler(request, response, body);
      });
      await withFolder(async (dir) => {
        const world = aWorld(dir);
        world.write(row.file, row.document(`http://127.0.0.1:${server.port}${OWN}/mcp`));
        // What the client itself asks for first: its own yes to the project's server.
        world.write('project/.claude/settings.local.json', {enabledMcpjsonServers: ['notes']});
        const env = {...world.env, ...CANARIES, SHELL: '/bin/sh', TERM: 'xterm'};
        const flags = row.isTrusted === true ? ['--trust', await digestOf(options, world, env)] : ['--yes'];
        await runToEnd([process.execPath, options.program, 'check', '--json', '--timeout', '5000', ...flags], {
          cwd: world.project,
          env,
        });
      });
      await server.close();
      const own = seen.filter((one) => one.includes(OWN));
      requests += own.length;
      const all = seen.join('\n');
      const out = Object.values(CANARIES).flatMap((value, index) => (all.includes(value) ? [index] : []));
      if (out.join() !== row.may.join())
        wrong.push(
          `${row.name}, a server ${kind}: ${out.join() || 'no'} canaries left, not ${row.may.join() || 'none'} (${own.length} requests)`,
        );
      if (row.name === 'a project without its digest' && own.length > 0)
        wrong.push(`${row.name}: ${own.length} requests`);
    },
  );
  return {wrong, requests, rules: ROWS.length};
};
