import type {State} from '../../src/repair/state.ts';
import type {Answer} from '../repair/stages.ts';
import {BROKEN, FAILED_VERDICT, HEALTHY, play, STATES, serverNamed} from '../repair/stages.ts';
import {FIRST} from './samples-first.ts';
import {checkedOf} from './world.ts';
import {WORLD} from './world-servers.ts';

const record = {
  schemaVersion: 1,
  id: '2026-11-21-1',
  at: '2026-11-21T13:00:00.000Z',
  title: 'notes: The command "npxx" does not exist',
  note: 'It was one letter.',
  tags: [],
  server: {
    name: 'notes',
    client: 'claude-code',
    clientName: 'Claude Code',
    scope: 'user',
    file: '/f',
    transport: 'stdio',
    command: 'npx',
    url: null,
  },
  error: {text: 'ENOENT', source: 'probe', trigger: 'start'},
  failure: {id: 'command-not-found', class: 'config', step: 'command', title: 't', cause: 'c', evidence: []},
  disagreed: null,
  change: {title: 'Set "command" to "npx"', kind: 'edit', file: '/f', line: 4, diff: [], command: null, receipt: 'r'},
  before: 'b',
  after: 'a',
  proof: {outcome: 'fixed', by: 'the SDK', tools: 3, ms: 5},
  environment: {mcpFix: '1', os: 'linux', node: '20', commandPath: null, protocol: null, server: null},
  howToCheck: 'mcp-fix check notes',
  fingerprint: 'f',
} as const;

const all: State = WORLD.reduce<State>((state, server) => {
  const row = state.rows.find((one) => one.server.key === server.row.key);
  if (row === undefined || row.attempt === 0) return state;
  const because = server.row.standing;
  const checked = checkedOf(server.row, because === null ? server.finding : null, server, {
    status: because !== null ? 'unchecked' : server.finding === null ? 'healthy' : 'broken',
    ...(because === null ? {} : {because}),
  });
  return play(state, {type: 'checked', checked, attempt: row.attempt}).state;
}, STATES.pick);

const tickets = serverNamed('tickets');
const remote = play(all, {type: 'choose', key: tickets.row.key}).state;
const later = {
  id: 'port-in-use',
  class: 'runtime',
  severity: 'error',
  step: 'handshake',
  title: 'Port 8080 is taken',
  cause: 'Another program listens on it.',
  evidence: [],
  confidence: 'likely',
  waitingHelps: true,
  fixes: [],
} as const;
const notes = serverNamed('notes');
const further: Answer = {
  type: 'rerun',
  rerun: {
    checked: checkedOf(notes.row, later, notes, {status: 'broken'}),
    verdict: {kind: 'other-failure', further: true, id: 'port-in-use', note: 'It starts now. Port 8080 is taken.'},
  },
};
const advice = play(STATES.change, {type: 'choose-fix', id: 'ask-maker'}).state;
const run = play(STATES.change, {type: 'choose-fix', id: 'install'}).state;
const again = play(STATES.rerunning, {
  type: 'rerun',
  rerun: {
    checked: {...BROKEN, status: 'unchecked', because: 'untrusted'},
    verdict: {kind: 'cannot-tell', note: 'untrusted'},
    server: {...notes.row, question: {...notes.row.question, argv: ['npx', '-y', '@example/notes']}},
  },
}).state;
const ran = play(
  run,
  {type: 'yes'},
  {type: 'ran', ran: {exitCode: 1, output: 'npm error 404 npxx\n', ms: 2200}},
  {type: 'rerun', rerun: {checked: BROKEN, verdict: {kind: 'same-failure', note: 'It fails as before.'}}},
).state;

/** Each screen at its most telling. */
export const SAMPLES: Readonly<Record<string, State>> = {
  ...STATES,
  ...FIRST,
  'pick-settled': all,
  'pick-empty': {...STATES.pick, rows: []},
  'pick-reported': play(STATES.explained, {type: 'next'}).state,
  'explained-known': play(STATES.explaining, {
    type: 'explained',
    matches: [
      {
        id: 'command-not-found',
        class: 'config',
        title: 'The command does not exist',
        confidence: 'certain',
        matched: 'spawn npxx ENOENT',
        waitingHelps: false,
        fixes: ['Correct the spelling of the command', 'Install the program'],
      },
      {
        id: 'cwd-missing',
        class: 'config',
        title: 'The folder to start in does not exist',
        confidence: 'possible',
        matched: 'ENOENT',
        waitingHelps: false,
        fixes: [],
      },
    ],
  }).state,
  'probing-on-its-way': play(
    STATES.probing,
    {type: 'progress', step: 'config', ms: 4},
    {type: 'progress', step: 'command', ms: 31},
  ).state,
  'ladder-remote': remote,
  'ladder-healthy': play(STATES.probing, {type: 'checked', checked: HEALTHY}).state,
  'classify-seen-before': {
    ...STATES.classify,
    stage:
      STATES.classify.stage.at === 'classify'
        ? {
            ...STATES.classify.stage,
            case: {
              ...STATES.classify.stage.case,
              similar: [
                {record, from: 'own'},
                {record: {...record, change: {...record.change, title: 'Install npxx'}}, from: 'team'},
              ],
            },
          }
        : STATES.classify.stage,
  },
  'classify-down': play(STATES['ask-status'], {type: 'no'}).state,
  'classify-provider': play(STATES['asking-status'], {
    type: 'status-told',
    lines: [
      'Acme says of itself: "Partial System Outage" (a major incident; https://status.acme.example, read 2026-11-21T12:00:00.000Z)',
      '  incident: "MCP API answers 503", investigating, since 2026-11-21T07:30:00.000Z',
      '  That may be the cause of what was seen from here, or have nothing to do with it.',
    ],
  }).state,
  'classify-unknown': play(
    STATES.probing,
    {type: 'checked', checked: {...BROKEN, diagnosis: {findings: [], notChecked: [], crashed: []}}},
    {type: 'next'},
    {type: 'next'},
  ).state,
  'value-token': play(remote, {type: 'next'}, {type: 'next'}, {type: 'next'}, {type: 'choose-fix', id: 'set-token'})
    .state,
  'approve-again': again,
  'confirm-run': run,
  'confirm-advice': advice,
  'change-tried': play(
    FAILED_VERDICT,
    {type: 'try-next'},
    {type: 'was-put-back', note: 'The old text is back, byte for byte.'},
  ).state,
  'verdict-same': FAILED_VERDICT,
  'verdict-further': play(STATES.rerunning, further).state,
  'verdict-run': ran,
  'verdict-unknown': play(STATES.rerunning, {type: 'back'}).state,
  done: play(STATES.saving, {type: 'saved', record}).state,
  'done-more': play(
    STATES.rerunning,
    further,
    {type: 'keep'},
    {type: 'save', title: '', note: '', tags: []},
    {type: 'saved', record: {...record, proof: {...record.proof, outcome: 'kept'}}},
  ).state,
  'ended-undecided': play(STATES.verdict, {type: 'interrupt'}).state,
};
