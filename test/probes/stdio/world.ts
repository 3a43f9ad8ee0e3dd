import os from 'node:os';
import type {EntryEvidence, Evidence} from '../../../src/model/evidence.ts';
import type {Host} from '../../../src/model/host.ts';
import type {ClientRules, ServerEntry, StdioLaunch} from '../../../src/model/server.ts';
import {investigate} from '../../../src/probes/investigate.ts';
import {sections} from '../../helpers/healthy.ts';
import {rules} from '../../helpers/healthy-parts.ts';

/** This machine as a Host; the environment is the real one unless told. */
export const realHost = (change: Partial<Host> = {}): Host => ({
  platform: 'linux',
  arch: process.arch,
  osRelease: os.release(),
  home: os.homedir(),
  cwd: process.cwd(),
  env: Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  ),
  node: {path: process.execPath, version: process.versions.node},
  cores: 2,
  uid: process.getuid?.() ?? null,
  isWsl: false,
  terminal: {stdin: false, stdout: false, stderr: false, columns: 80},
  version: '0.0.0',
  now: Date.now,
  ...change,
});

export interface Setting {
  readonly host?: Partial<Host>;
  readonly rules?: Partial<ClientRules>;
  readonly launch?: Partial<StdioLaunch>;
  readonly entry?: Partial<ServerEntry>;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly minimalEnv?: boolean;
}

/** An entry that starts `command` as the healthy client of the helpers would. */
export const entryOf = (command: string, args: readonly string[], setting: Setting = {}): ServerEntry => ({
  key: 'k',
  name: 'notes',
  client: 'claude-code',
  scope: 'user',
  file: '/tmp/none/.claude.json',
  format: 'json',
  at: ['mcpServers', 'notes'],
  line: 1,
  column: 1,
  raw: {},
  transport: 'stdio',
  launch: {kind: 'stdio', command, args, env: {}, cwd: null, ...setting.launch},
  standing: {state: 'active', decidedBy: null, wins: null},
  rules: {...rules, ...setting.rules},
  isProjectFile: false,
  projectDir: null,
  secrets: [],
  ...setting.entry,
});

/** Investigates a command on this machine. */
export const look = (command: string, args: readonly string[], setting: Setting = {}): Promise<Evidence> =>
  investigate(entryOf(command, args, setting), {
    host: realHost(setting.host),
    entryEvidence,
    timeoutMs: setting.timeoutMs ?? 15_000,
    signal: setting.signal ?? new AbortController().signal,
    minimalEnv: setting.minimalEnv ?? false,
  });

const entryEvidence: EntryEvidence = sections.entry;
