import fs from 'node:fs';
import path from 'node:path';
import {aWorld, serverScript} from './a-world.ts';
import {requestsByRule} from './r05-requests.ts';
import {few, type Outcome, runToEnd, type Trial, type TrialOptions, withFolder} from './trial.ts';

const SIX = ['HOME', 'LOGNAME', 'PATH', 'SHELL', 'TERM', 'USER'];
const CANARIES = Object.fromEntries(Array.from({length: 40}, (_, index) => [`CANARY_${index}`, `value-${index}`]));

interface Row {
  readonly name: string;
  readonly file: string;
  readonly document: (command: string, args: readonly string[]) => object | string;
  readonly flags: readonly string[];
  readonly may: 'all canaries' | 'none';
}
const json = (command: string, args: readonly string[]): object => ({
  mcpServers: {notes: {command, args, env: {OWN: 'yes'}}},
});

const ROWS: readonly Row[] = [
  {name: 'Claude Code', file: 'home/.claude.json', document: json, flags: [], may: 'all canaries'},
  {name: 'Claude Code, minimal', file: 'home/.claude.json', document: json, flags: ['--env', 'minimal'], may: 'none'},
  {
    name: 'Claude Desktop',
    file: 'home/.config/Claude/claude_desktop_config.json',
    document: json,
    flags: [],
    may: 'none',
  },
  {
    name: 'Codex',
    file: 'home/.codex/config.toml',
    document: (command, args) =>
      `[mcp_servers.notes]\ncommand = ${JSON.stringify(command)}\nargs = ${JSON.stringify(args)}\nenv = {OWN = "yes"}\n`,
    flags: [],
    may: 'none',
  },
];

const run = async (options: TrialOptions): Promise<Outcome> => {
  const wrong: string[] = [];
  for (const row of ROWS) {
    await withFolder(async (dir) => {
      const world = aWorld(dir);
      const seen = path.join(dir, 'seen.json');
      const script = world.write(
        's.cjs',
        serverScript(`require('fs').writeFileSync(${JSON.stringify(seen)}, JSON.stringify(process.env))`),
      );
      world.write(row.file, row.document(process.execPath, [script]));
      const env = {...world.env, ...CANARIES, SHELL: '/bin/sh', TERM: 'xterm'};
      await runToEnd([process.execPath, options.program, 'check', '--yes', '--json', ...row.flags], {
        cwd: world.project,
        env,
      });
      if (!fs.existsSync(seen)) return void wrong.push(`${row.name}: not started`);
      const given: Readonly<Record<string, string>> = JSON.parse(fs.readFileSync(seen, 'utf8'));
      const canaries = Object.keys(given).filter((name) => name.startsWith('CANARY_')).length;
      if (canaries !== (row.may === 'none' ? 0 : 40)) wrong.push(`${row.name}: ${canaries} canaries`);
      if (given['OWN'] !== 'yes') wrong.push(`${row.name}: the entry's own variable is missing`);
      const others = Object.keys(given).filter(
        (name) => ![...SIX, 'OWN', 'MCP_FIX_RUN', 'PWD', '_', 'SHLVL'].includes(name),
      );
      if (row.flags.length > 0 && others.length > 0) wrong.push(`${row.name}: also ${others.join(', ')}`);
    });
  }
  const http = await requestsByRule(options);
  wrong.push(...http.wrong);
  return {
    figures: `40 canaries in the parent, ${ROWS.length} rules (${ROWS.map((row) => row.name).join(', ')}), and ${http.requests} HTTP requests by ${http.rules} rules to four kinds of server: ${wrong.length} other than the rule`,
    wrong: few(wrong),
  };
};

export const r05: Trial = {promise: 'R5', title: 'a server gets its client\u2019s environment and no more', run};
