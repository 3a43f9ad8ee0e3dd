import type {ChangePreview, Receipt} from '../../src/model/change.ts';
import type {Finding} from '../../src/model/finding.ts';
import type {StepReport} from '../../src/model/investigation.ts';
import type {FixRecord} from '../../src/model/record.ts';
import {STEPS} from '../../src/model/step.ts';
import {UserError} from '../../src/model/user-error.ts';
import type {Checked, Explained, LookOptions, ProviderPage, ServerRow} from '../../src/repair/answers.ts';
import type {Ports} from '../../src/repair/ports.ts';
import {WORLD, type WorldServer} from './world-servers.ts';

/** What happened in the world, in order: 'apply nearest', 'put back nearest', 'save …'. */
export interface World {
  readonly ports: Ports;
  readonly log: string[];
  readonly approved: Set<string>;
  readonly changed: Map<string, string>;
}

export interface WorldOptions {
  readonly servers?: readonly WorldServer[];
  /** Called before each look; a promise that never settles is a server that hangs. */
  readonly beforeLook?: (key: string) => Promise<void>;
  readonly matches?: readonly Explained[];
  readonly watch?: Ports['watch'];
  /** Of the provider of every server that fails. */
  readonly statusPage?: ProviderPage;
  /** The server that any typed text means; none is refused. */
  readonly typed?: WorldServer;
}

/** A world in memory that behaves: a change changes it, a put-back puts it back, nothing is started without its yes. */
export const createWorld = (options: WorldOptions = {}): World => {
  const servers = [...(options.servers ?? WORLD)];
  const log: string[] = [];
  const approved = new Set(servers.filter(({row}) => row.isApproved).map(({row}) => row.key));
  const changed = new Map<string, string>();
  const records: FixRecord[] = [];
  let planned: {key: string; id: string} | null = null;

  const serverOf = (key: string): WorldServer => {
    const server = servers.find(({row}) => row.key === key);
    if (server === undefined) throw new UserError(`There is no server "${key}" any more. Look at the list again.`);
    return server;
  };
  const investigate = async (key: string, {signal, onStart, onStep}: LookOptions): Promise<Checked> => {
    const server = serverOf(key);
    onStart();
    if (server.row.kind === 'server' && server.row.standing === null && !approved.has(key)) {
      return checkedOf(server.row, null, server, {status: 'unchecked', because: 'untrusted'});
    }
    if (server.row.standing !== null) {
      return checkedOf(server.row, null, server, {status: 'unchecked', because: server.row.standing});
    }
    log.push(`look ${server.row.name}`);
    await options.beforeLook?.(key);
    signal.throwIfAborted();
    const isMended = server.mendedBy !== null && changed.get(key) === server.mendedBy;
    const finding = isMended ? (server.later ?? null) : server.finding;
    const checked = checkedOf(server.row, finding, server, {status: finding === null ? 'healthy' : 'broken'});
    for (const step of checked.steps) if (step.outcome !== 'skipped') onStep(step.step, step.durationMs);
    return options.statusPage === undefined ? checked : {...checked, statusPage: options.statusPage};
  };

  const ports: Ports = {
    now: () => 1_700_000_000_000,
    list: async () => ({
      rows: servers.map(({row}) => ({...row, isApproved: approved.has(row.key)})),
      looked: ['Claude Code: ~/.claude.json', 'Cursor: ~/.cursor/mcp.json'],
      clients: [
        {id: 'claude-code', name: 'Claude Code'},
        {id: 'cursor', name: 'Cursor'},
      ],
      isPractice: false,
    }),
    investigate,
    typed: async (text) => {
      const typed = options.typed?.row;
      if (typed === undefined) throw new UserError(`There is no program to start in ${text}. Type it again.`);
      log.push(`typed ${text}`);
      if (!servers.some(({row}) => row.key === typed.key) && options.typed !== undefined) servers.push(options.typed);
      return {...typed, isApproved: approved.has(typed.key)};
    },
    approve: async (key, digest) => {
      if (serverOf(key).row.question.digest !== digest) throw new UserError('The entry changed. Look at it again.');
      approved.add(key);
      log.push(`approve ${serverOf(key).row.name}`);
    },
    plan: async (key, fix, value) => {
      if (fix.kind !== 'edit') throw new UserError('This fix changes no file.');
      if (fix.id === 'full-path')
        return {kind: 'refused', why: 'The file changed meanwhile. Look again.', needsValue: null};
      planned = {key, id: fix.id};
      log.push(`plan ${fix.id}${value === null ? '' : ' with a value'}`);
      return {kind: 'planned', preview: previewOf(fix.change.file)};
    },
    apply: async () => {
      if (planned === null) throw new UserError('Nothing was planned.');
      if (changed.size > 0 && log.at(-1)?.startsWith('apply') === true) throw new Error('two changes at once');
      changed.set(planned.key, planned.id);
      log.push(`apply ${planned.id}`);
      return receiptOf(planned.key, planned.id);
    },
    runCommand: async (fix, signal) => {
      signal.throwIfAborted();
      log.push(`run ${fix.id}`);
      for (const {row, mendedBy} of servers) if (mendedBy === fix.id) changed.set(row.key, fix.id);
      return {exitCode: 0, output: 'added 1 package\n', ms: 2100};
    },
    rerun: async (key, before, look) => {
      const checked = await investigate(key, look);
      const [was, is] = [before.diagnosis.findings[0], checked.diagnosis.findings[0]];
      if (is === undefined) return {checked, verdict: {kind: 'fixed', note: 'The same action now works.'}};
      return was?.id === is.id
        ? {checked, verdict: {kind: 'same-failure', note: `It fails as before: ${is.title}.`}}
        : {checked, verdict: {kind: 'other-failure', further: true, id: is.id, note: is.title}};
    },
    prove: async (key) => {
      log.push(`prove ${serverOf(key).row.name}`);
      return {isOk: true, tools: 7, by: 'the MCP SDK 1.32.2', error: null, ms: 240};
    },
    readRequest: async (file) => {
      throw new UserError(`There is no file ${file}. Type the path of the request's body.`);
    },
    saveRequest: async (_file, to) => {
      log.push(`save the request as ${to}`);
      return `Written to ${to}.`;
    },
    forget: async (id) => {
      log.push(`forget ${id}`);
    },
    putBack: async (receipt) => {
      changed.delete(receipt.file);
      log.push(`put back ${receipt.id}`);
      return 'The old text is back, byte for byte.';
    },
    similar: async (_key, finding) =>
      records.filter((record) => record.failure.id === finding.id).map((record) => ({record, from: 'own'})),
    explain: async (text) => (options.matches ?? []).filter((match) => text.includes(match.matched)),
    save: async (draft) => {
      const record: FixRecord = {
        ...draft.record,
        schemaVersion: 1,
        id: `2026-11-21-${records.length + 1}`,
        at: '2026-11-21T13:00:00.000Z',
        environment: {mcpFix: '1.0.0', os: 'linux', node: '20.20.2', commandPath: null, protocol: null, server: null},
        fingerprint: draft.finding?.id ?? 'unknown',
      };
      records.push(record);
      log.push(`save ${record.proof.outcome} ${record.title}`);
      return record;
    },
    exportMarkdown: async (where) => {
      log.push(`export ${where}`);
      return where === 'own' ? '/home/ada/mcp-fixes.md' : '/srv/shop/docs/mcp-fixes.md';
    },
    markdownOf: async (record) => `# ${record.title}\n`,
    providerStatus: async () => {
      log.push('read the status page');
      return ['Acme says of itself: "Partial Outage" (a minor incident)', '  API: partial outage'];
    },
    watch: options.watch ?? (async () => null),
    reproduce: async () => ({text: 'curl -sS https://tickets.example/mcp', variables: [], notes: []}),
    rerunReproduction: async (checked) => {
      log.push(`reproduce ${serverOf(checked.key).row.name}`);
      return {isSame: true, words: 'It shows the same: the answer is HTTP 401.'};
    },
    actAs: async (key, client) => {
      const server = serverOf(key);
      const row = {
        ...server.row,
        key: `${key}\0as\0${client}`,
        clientName: "Cursor (from Claude Code's file)",
        isApproved: false,
      };
      servers.push({...server, row});
      log.push(`act as ${client}`);
      return row;
    },
  };
  return {ports, log, approved, changed};
};

const receiptOf = (key: string, id: string): Receipt => ({
  id,
  file: key,
  backup: '/data/backup',
  sha256Before: 'a',
  sha256After: 'b',
  at: '2026-11-21T13:00:00.000Z',
});

const previewOf = (file: string): ChangePreview => ({
  file,
  line: 12,
  diff: [
    '     "notes": {',
    '-      "command": "npxx",',
    '+      "command": "npx",',
    '       "args": ["-y", "@example/notes"]',
  ],
  before: 'npxx',
  after: 'npx',
});

export const checkedOf = (
  row: ServerRow,
  finding: Finding | null,
  {evidence}: Pick<WorldServer, 'evidence'>,
  standing: Pick<Checked, 'status'> & {because?: Checked['because']},
): Checked => ({
  key: row.key,
  evidence,
  diagnosis: {findings: finding === null ? [] : [finding], notChecked: [], crashed: []},
  steps: stepsOf(row, finding),
  status: standing.status,
  ...(standing.because === undefined ? {} : {because: standing.because}),
  digest: row.question.digest,
  durationMs: 640,
});

const stepsOf = (row: ServerRow, finding: Finding | null): readonly StepReport[] => {
  const isRemote = row.question.url !== null;
  const failedAt = finding === null ? STEPS.length : STEPS.indexOf(finding.step);
  return STEPS.map((step, index) => {
    const isOther = isRemote ? step === 'command' || step === 'launch' : ['network', 'http', 'auth'].includes(step);
    if (isOther) {
      const because = isRemote ? 'not needed for a remote server' : 'not needed for a local server';
      return {step, outcome: 'skipped', because, durationMs: 0};
    }
    if (index > failedAt)
      return {step, outcome: 'skipped', because: `pointless until "${finding?.step}" works`, durationMs: 0};
    return {step, outcome: index === failedAt ? 'failed' : 'passed', durationMs: 20 + index * 30};
  });
};
