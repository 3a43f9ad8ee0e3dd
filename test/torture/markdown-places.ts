import {printable} from '../../src/model/printable.ts';
import type {FixRecord} from '../../src/model/record.ts';
import {toMarkdown} from '../../src/records/markdown.ts';
import {onboardMarkdown} from '../../src/repair/onboard/summary.ts';
import {bundleOf} from '../../src/reports/bundle.ts';
import type {CheckReport} from '../../src/reports/check-report.ts';
import type {FindingReport} from '../../src/reports/finding-report.ts';
import {markdownReport} from '../../src/reports/markdown.ts';
import {evidenceOf} from '../helpers/evidence.ts';
import {aRecord} from './a-record.ts';

/** One document and one place in it where words of strangers stand. */
export interface Place {
  readonly name: string;
  readonly render: (said: string) => string;
}

/** Marks a place of a value: all that is equal to it is foreign. */
const MARK = 'a word';

const isHolder = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The paths of every mark below a value. */
const marksIn = (value: unknown, at: readonly string[] = []): readonly (readonly string[])[] =>
  value === MARK
    ? [at]
    : isHolder(value)
      ? Object.entries(value).flatMap(([key, inner]) => marksIn(inner, [...at, key]))
      : [];

/** A copy of the value with other words at one place. */
const saying = <T>(value: T, at: readonly string[], said: string): T => {
  const copy = structuredClone(value);
  const [last = ''] = at.slice(-1);
  let holder: unknown = copy;
  for (const key of at.slice(0, -1)) holder = isHolder(holder) ? holder[key] : null;
  if (isHolder(holder)) Reflect.set(holder, last, said);
  return copy;
};

const places = <T>(what: string, value: T, render: (value: T) => string, clean: (said: string) => string): Place[] =>
  marksIn(value).map((at) => ({
    name: `${what} ${at.join('.')}`,
    render: (said) => render(saying(value, at, clean(said))),
  }));

const finding: FindingReport = {
  id: 'command-not-found',
  class: 'config',
  severity: 'error',
  step: 'command',
  title: MARK,
  cause: MARK,
  evidence: [{label: MARK, text: MARK}],
  confidence: 'certain',
  waitingHelps: false,
  fixes: [{id: 'nearest', title: MARK, kind: 'advice'}],
};

const report: CheckReport = {
  schemaVersion: 1,
  tool: {name: 'mcp-fix', version: '1.0.0'},
  startedAt: '2026-03-01T10:00:00.000Z',
  durationMs: 1,
  summary: {servers: 1, healthy: 0, warned: 0, broken: 1, unchecked: 0},
  files: [{path: MARK, client: 'Cursor', scope: 'user', format: 'json', findings: [finding]}],
  servers: [
    {
      name: MARK,
      client: 'Cursor',
      scope: 'user',
      file: MARK,
      transport: 'stdio',
      status: 'broken',
      steps: [],
      findings: [finding],
      durationMs: 1,
    },
  ],
};

type Parts = Parameters<typeof bundleOf>[0];

const overHttp = evidenceOf({
  http: {
    main: {
      purpose: MARK,
      request: {method: 'POST', url: MARK, headers: {'x-a': MARK}},
      response: {status: 500, statusText: MARK, headers: {'x-request-id': MARK}, body: {text: MARK}},
    },
  },
  handshake: {version: MARK, serverName: MARK, frames: [{direction: 'in', atMs: 1, text: MARK}]},
});
const byProgram = evidenceOf({launch: {argv: [MARK], cwd: MARK, stderr: MARK}, handshake: {serverVersion: MARK}});

const bundleWith = (evidence: Parts['evidence']): Parts => ({
  server: {name: MARK, clientName: 'Cursor', scope: 'user', transport: 'stdio'},
  evidence,
  findings: [{...finding, fixes: []}],
  steps: [
    {step: 'config', outcome: 'passed', durationMs: 1},
    {step: 'tools', outcome: 'skipped', because: MARK, durationMs: 0},
  ],
  repro: {kind: 'request', text: MARK, variables: ['TOKEN'], messages: [], waits: false, notes: []},
  ran: MARK,
  changes: [MARK],
  commits: [MARK],
  provider: null,
  machine: {mcpFix: '1.0.0', os: MARK, node: MARK},
  now: 1_772_000_000_000,
});

type Onboarded = Parameters<typeof onboardMarkdown>[0];

const onboarded: Onboarded = {
  servers: [
    {
      key: 'a',
      name: MARK,
      clientName: MARK,
      file: MARK,
      line: 1,
      launch: MARK,
      question: {
        digest: '',
        argv: [],
        url: MARK,
        cwd: null,
        envNames: [],
        headerNames: [],
        headersHelper: null,
        isProjectFile: true,
        mayDownload: false,
      },
      isApproved: false,
      needs: [
        {
          id: 'variable:A',
          kind: 'variable',
          state: 'missing',
          title: MARK,
          detail: MARK,
          todo: MARK,
          hints: [MARK],
          change: null,
        },
      ],
    },
  ],
  progress: {a: {skipped: [], answer: {outcome: 'fails', note: MARK, todo: MARK}, digest: null, isRefused: false}},
};
const aboutProject = {project: 'shop', at: '2026-03-01T10:00:00.000Z', version: '1.0.0'};

const record: FixRecord = aRecord('a', MARK);

/** Every place of every markdown document. A record is a file that anybody may have written; evidence was made printable. */
export const PLACES: readonly Place[] = [
  ...places(
    'record',
    record,
    (value) => toMarkdown([value]),
    (said) => said,
  ),
  {name: 'record, everywhere', render: (said) => toMarkdown([aRecord('a', said)])},
  ...places('report', report, markdownReport, printable),
  ...places('bundle over HTTP', bundleWith(overHttp), bundleOf, printable),
  ...places('bundle of a program', bundleWith(byProgram), bundleOf, printable),
  ...places('onboarding', onboarded, (value) => onboardMarkdown(value, aboutProject), printable),
  {
    name: 'onboarding, name of the project',
    render: (said) => onboardMarkdown(onboarded, {...aboutProject, project: printable(said)}),
  },
];
