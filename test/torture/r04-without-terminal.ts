import fs from 'node:fs';
import path from 'node:path';
import {spawn as spawnPty} from '@lydell/node-pty';
import {type AWorld, aWorld, serverScript} from './a-world.ts';
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

interface Scope {
  readonly name: string;
  readonly isProject: boolean;
  readonly file: string;
  readonly table: string;
}
const SCOPES: readonly Scope[] = [
  {name: 'user file of Claude Code', isProject: false, file: 'home/.claude.json', table: 'mcpServers'},
  {name: 'project file of Claude Code', isProject: true, file: 'project/.mcp.json', table: 'mcpServers'},
  {name: 'project file of Cursor', isProject: true, file: 'project/.cursor/mcp.json', table: 'mcpServers'},
  {name: 'workspace file of VS Code', isProject: true, file: 'project/.vscode/mcp.json', table: 'servers'},
];
const FLAGS = ['nothing', '--yes', 'its digest', 'another digest'] as const;
const TERMINALS = ['no terminal', 'a terminal', 'a terminal that answers y'] as const;
const PLACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  plain: {},
  CI: {CI: 'true'},
  'GitHub Actions': {CI: 'true', GITHUB_ACTIONS: 'true'},
};

interface Row {
  readonly scope: Scope;
  readonly flag: (typeof FLAGS)[number];
  readonly terminal: (typeof TERMINALS)[number];
  readonly place: string;
}

const digestOf = async (
  options: TrialOptions,
  world: AWorld,
  env: Readonly<Record<string, string>>,
): Promise<string> => {
  const {out} = await runToEnd([process.execPath, options.program, 'list', '--json'], {cwd: world.project, env});
  const report: {servers?: readonly {name: string; digest: string}[]} = JSON.parse(out);
  return report.servers?.find((one) => one.name === 'bait')?.digest ?? '';
};

const inTerminal = (
  argv: readonly string[],
  world: AWorld,
  env: Readonly<Record<string, string>>,
  answers: boolean,
): Promise<number> =>
  new Promise((resolve) => {
    const [file = '', ...args] = argv;
    const pty = spawnPty(file, args, {cwd: world.project, env: {...env, TERM: 'xterm'}});
    if (answers) pty.write('y\ry\r');
    pty.onExit(({exitCode}) => resolve(exitCode));
  });

const tryRow = (options: TrialOptions, row: Row): Promise<string | null> =>
  withFolder(async (dir) => {
    const world = aWorld(dir);
    const sprung = path.join(dir, 'sprung');
    const script = serverScript(`require('fs').writeFileSync(${JSON.stringify(sprung)}, '')`);
    // Signs that the client is in use and has said yes itself, so that only our own approval is missing.
    fs.mkdirSync(path.join(world.home, '.config/Code/User'), {recursive: true});
    world.write('home/.claude.json', {projects: {[world.project]: {hasTrustDialogAccepted: true}}});
    world.write('home/.claude/settings.json', {enabledMcpjsonServers: ['bait']});
    world.write(row.scope.file, {[row.scope.table]: {bait: {command: process.execPath, args: ['-e', script]}}});
    const env = {...world.env, ...PLACES[row.place]};
    const digest = await digestOf(options, world, env);
    const flags =
      row.flag === 'nothing'
        ? []
        : row.flag === '--yes'
          ? ['--yes']
          : ['--trust', row.flag === 'its digest' ? digest : 'b'.repeat(64)];
    const argv = [process.execPath, options.program, 'check', ...flags];
    const code =
      row.terminal === 'no terminal'
        ? (await runToEnd(argv, {cwd: world.project, env})).code
        : await inTerminal(argv, world, env, row.terminal !== 'a terminal');
    const may = row.flag === 'its digest' || (row.flag === '--yes' && !row.scope.isProject);
    const did = fs.existsSync(sprung);
    const wanted = may ? 0 : 3;
    const name = `${row.scope.name}, ${row.flag}, ${row.terminal}, ${row.place}`;
    if (may !== did) return `${name}: ${did ? 'started' : 'not started'}`;
    return code === wanted ? null : `${name}: exit code ${code}, not ${wanted}`;
  });

const run = async (options: TrialOptions): Promise<Outcome> => {
  const rows = SCOPES.flatMap((scope) =>
    FLAGS.flatMap((flag) =>
      TERMINALS.flatMap((terminal) => Object.keys(PLACES).map((place): Row => ({scope, flag, terminal, place}))),
    ),
  );
  const chosen = sample(randomOf(options.seed), rows, scaled(rows.length, options));
  const wrong: string[] = [];
  await inLanes(chosen, 3, async (row) => {
    const trouble = await tryRow(options, row);
    if (trouble !== null) wrong.push(trouble);
  });
  return {
    figures: `${chosen.length - wrong.length} of ${chosen.length} rows as documented (${rows.length} in all: terminal × flag × scope × CI)`,
    wrong: few(wrong),
  };
};

export const r04: Trial = {promise: 'R4', title: 'without a terminal a project entry needs its digest', run};
