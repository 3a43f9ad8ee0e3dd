import type {Evidence} from '../../src/model/evidence.ts';
import type {Finding, Fix} from '../../src/model/finding.ts';
import type {ApprovalQuestion, ServerRow} from '../../src/repair/answers.ts';
import {evidenceOf} from '../helpers/evidence.ts';

const FILE = '/home/ada/.claude.json';

/** A server of the world in memory: what is wrong with it, and which fix mends it. */
export interface WorldServer {
  readonly row: ServerRow;
  readonly finding: Finding | null;
  readonly evidence: Evidence;
  /** The fix after which it works; another fix changes nothing. */
  readonly mendedBy: string | null;
  /** What shows instead after `mendedBy`, where it comes only further. */
  readonly later?: Finding;
}

const QUESTION: ApprovalQuestion = {
  digest: 'd'.repeat(64),
  argv: [],
  url: null,
  cwd: null,
  envNames: [],
  headerNames: [],
  headersHelper: null,
  isProjectFile: false,
  mayDownload: false,
};

export const rowOf = (
  row: Partial<ServerRow> & {name: string},
  question: Partial<ApprovalQuestion> = {},
): ServerRow => ({
  key: `claude-code ${row.name}`,
  kind: 'server',
  client: 'claude-code',
  clientName: 'Claude Code',
  scope: 'user',
  file: FILE,
  line: 12,
  transport: 'stdio',
  launch: `node ${row.name}.js`,
  alsoReadBy: [],
  standing: null,
  isApproved: false,
  question: {...QUESTION, argv: ['node', `${row.name}.js`], ...question},
  ...row,
});

const editFix = (id: string, title: string, file = FILE): Fix => ({
  id,
  title,
  kind: 'edit',
  change: {
    file,
    path: ['mcpServers', 'notes', 'command'],
    edit: {kind: 'set', value: 'npx'},
    why: '"npx" is on your PATH and is one letter away from "npxx".',
  },
});

const askFix = (id: string, title: string): Fix => ({
  id,
  title,
  kind: 'edit',
  change: {
    file: FILE,
    path: ['mcpServers', 'tickets', 'headers', 'Authorization'],
    edit: {kind: 'ask', label: 'the token of tickets', isSecret: true, shape: 'token', template: 'Bearer {value}'},
    why: 'The server answers 401 and asks for a Bearer token.',
  },
});

export const findingOf = (finding: Partial<Finding> & {id: string; title: string}): Finding => ({
  class: 'config',
  severity: 'error',
  step: 'command',
  cause: `${finding.title}, here and now.`,
  evidence: [{label: 'Seen', text: finding.title}],
  confidence: 'certain',
  waitingHelps: false,
  location: {file: FILE, line: 12, column: 18},
  fixes: [],
  ...finding,
});

const spelling = findingOf({
  id: 'command-not-found',
  title: 'The command "npxx" does not exist',
  cause:
    'Claude Code starts "npxx", and no folder of its PATH holds a program of that name. "npx" is nearly the same word.',
  evidence: [
    {label: `${FILE}, line 12`, text: '"command": "npxx",', deciding: 'npxx'},
    {label: 'What the system says', text: 'spawn npxx ENOENT', deciding: 'ENOENT'},
  ],
  fixes: [
    editFix('full-path', 'Write the full path of npx'),
    editFix('nearest', 'Set "command" to "npx"'),
    {id: 'install', title: 'Install npxx', kind: 'run', command: ['npm', 'install', '-g', 'npxx']},
    {id: 'ask-maker', title: 'Ask the maker of the server for the right command', kind: 'advice'},
  ],
});

const noToken = findingOf({
  id: 'needs-sign-in',
  title: 'The server wants a token',
  class: 'auth',
  step: 'auth',
  cause: 'https://tickets.example/mcp answers 401 and asks for a Bearer token; the entry sends none.',
  evidence: [{label: 'WWW-Authenticate', text: 'Bearer realm="tickets", error="invalid_token"', deciding: 'Bearer'}],
  fixes: [askFix('set-token', 'Put your token into "Authorization"')],
});

const crash = findingOf({
  id: 'module-not-found',
  title: 'A module is missing: "left-pad"',
  class: 'runtime',
  step: 'launch',
  confidence: 'likely',
  evidence: [{label: 'Standard error', text: "Error: Cannot find module 'left-pad'", deciding: "'left-pad'"}],
  fixes: [{id: 'npm-install', title: 'Install what the package asks for', kind: 'run', command: ['npm', 'install']}],
});

const comma = findingOf({
  id: 'trailing-comma',
  title: 'A comma too many',
  step: 'config',
  fixes: [editFix('drop-comma', 'Remove the comma in line 9', '/srv/shop/.mcp.json')],
});

/** One of each kind. */
export const WORLD: readonly WorldServer[] = [
  {
    row: rowOf(
      {name: 'notes', launch: 'npxx -y @example/notes'},
      {argv: ['npxx', '-y', '@example/notes'], mayDownload: true},
    ),
    finding: spelling,
    evidence: evidenceOf({
      entry: {},
      command: {command: 'npxx', resolved: null},
      launch: {skipped: 'the command was not found'},
    }),
    mendedBy: 'nearest',
  },
  {
    row: rowOf({name: 'files', isApproved: true, launch: 'node files.js /home/ada'}),
    finding: null,
    evidence: evidenceOf({entry: {}, command: {}, launch: {}, handshake: {}, tools: {}}),
    mendedBy: null,
  },
  {
    row: rowOf(
      {name: 'tickets', transport: 'http', launch: 'https://tickets.example/mcp', isApproved: true},
      {argv: [], url: 'https://tickets.example/mcp', headerNames: ['Authorization']},
    ),
    finding: noToken,
    evidence: evidenceOf({
      entry: {name: 'tickets', file: FILE, at: ['mcpServers', 'tickets']},
      network: {},
      http: {main: {response: {status: 401, statusText: 'Unauthorized', body: {kind: 'text', text: 'token missing'}}}},
      auth: {},
    }),
    mendedBy: 'set-token',
  },
  {
    row: rowOf(
      {name: '天気 weather', scope: 'project', file: '/srv/shop/.mcp.json', launch: 'node weather.js'},
      {isProjectFile: true, envNames: ['WEATHER_KEY'], cwd: '/srv/shop'},
    ),
    finding: crash,
    evidence: evidenceOf({
      entry: {},
      command: {},
      launch: {stderr: "Error: Cannot find module 'left-pad'", exit: {code: 1}},
    }),
    mendedBy: 'npm-install',
    later: findingOf({id: 'port-in-use', title: 'Port 8080 is taken', class: 'runtime', step: 'handshake'}),
  },
  {
    row: rowOf({
      name: '.mcp.json',
      kind: 'file',
      scope: 'project',
      key: '/srv/shop/.mcp.json',
      file: '/srv/shop/.mcp.json',
      launch: '',
    }),
    finding: comma,
    evidence: evidenceOf({
      file: {syntax: {lineText: '    "a": 1,', message: 'Unexpected token }', kind: 'trailing-comma'}},
    }),
    mendedBy: 'drop-comma',
  },
  {
    row: rowOf({name: 'old', client: 'cursor', clientName: 'Cursor', standing: 'disabled'}),
    finding: null,
    evidence: evidenceOf({entry: {}}),
    mendedBy: null,
  },
];
