import type {ActingEntry} from '../clients/index.ts';
import type {Parting, Ways} from '../diagnosis/index.ts';
import {count} from '../model/count.ts';
import {seen} from '../model/evidence.ts';
import type {Finding} from '../model/finding.ts';
import type {Host} from '../model/host.ts';
import type {Investigation} from '../model/investigation.ts';
import {printableLine} from '../model/printable.ts';
import {reportFinding} from '../reports/finding-report.ts';

export interface Compared {
  readonly name: string;
  readonly sides: readonly [ComparedSide, ComparedSide];
  readonly ways: Ways;
}

interface ComparedSide {
  readonly acting: ActingEntry;
  readonly look: Investigation;
}

/** The report for a script; docs/compare.md tells its fields. */
export const compareJson = (host: Host, {name, sides, ways}: Compared) => ({
  schemaVersion: 1,
  tool: {name: 'mcp-fix', version: host.version},
  server: name,
  outcome: ways.kind,
  failing: ways.failing === null ? null : sides[ways.failing === 'a' ? 0 : 1].acting.entry.client,
  partAt: ways.partAt,
  first: ways.first === null ? null : partJson(ways.first),
  sides: sides.map(({acting, look}) => ({
    client: acting.entry.client,
    scope: acting.entry.scope,
    file: acting.entry.file,
    line: acting.entry.line,
    status: look.status,
    ...(look.because === undefined ? {} : {because: look.because}),
    digest: look.digest,
    steps: look.steps.map((step) => ({...step, durationMs: Math.round(step.durationMs)})),
    rootCause: rootOf(look) === null ? null : look.diagnosis.findings.slice(0, 1).map(reportFinding)[0],
    notRead: acting.dropped.map(({key}) => printableLine(key)),
    renamed: acting.renamed.map(({key, becomes}) => ({key: printableLine(key), becomes})),
  })),
  parts: ways.parts.map(partJson),
});

const partJson = ({step, what, a, b, isUsual}: Parting) => ({step, what, a, b, usual: isUsual});

/** The report for a person: the outcome, the one difference that explains it, then the rest in the order of the ladder. */
export const compareText = ({name, sides, ways}: Compared): string => {
  const [left, right] = sides.map(({acting}) => labelOf(acting, sides));
  const [a = '', b = ''] = [left, right];
  const width = Math.max(a.length, b.length);
  const both = (part: Parting): readonly string[] => [
    `    ${a.padEnd(width)}  ${part.a}`,
    `    ${b.padEnd(width)}  ${part.b}`,
  ];
  const lines = [`${printableLine(name)}: ${headline(ways, a, b)}`, ''];
  for (const {acting, look} of sides) lines.push(`  ${labelOf(acting, sides).padEnd(width)}  ${statusWords(look)}`);
  if (ways.first !== null)
    lines.push('', `They part at the step "${ways.first.step}": ${ways.first.what}`, ...both(ways.first));
  else if (ways.partAt !== null)
    lines.push('', `They part at the step "${ways.partAt}"; no difference of their rules or settings explains it.`);
  const failing = ways.failing === null ? null : sides[ways.failing === 'a' ? 0 : 1];
  if (failing !== null) lines.push(...findingLines(failing, labelOf(failing.acting, sides)));
  const rest = ways.parts.filter((part) => part !== ways.first);
  if (rest.length > 0) lines.push('', 'They also differ in:');
  for (const part of rest) lines.push(`  ${part.what} (${part.step})`, ...both(part));
  for (const {acting} of sides) lines.push(...carriedLines(acting));
  for (const {look} of sides)
    if (look.because === 'untrusted')
      lines.push(
        '',
        `${look.entry.rules.clientName} was not tried: nobody has approved it. To approve: --trust ${look.digest}`,
      );
  return `${lines.join('\n')}\n`;
};

/** Two entries of one client are told apart by their scope. */
const labelOf = ({entry}: ActingEntry, sides: Compared['sides']): string => {
  const isAlone = sides[0].acting.entry.client !== sides[1].acting.entry.client;
  return isAlone ? entry.rules.clientName : `${entry.rules.clientName} (${entry.scope})`;
};

const headline = ({kind, failing}: Ways, a: string, b: string): string => {
  const [bad, good] = failing === 'a' ? [a, b] : [b, a];
  switch (kind) {
    case 'one-fails':
      return `it works as ${good} and fails as ${bad}.`;
    case 'fail-otherwise':
      return `it fails as both, each in its own way; ${bad} stops first.`;
    case 'fail-alike':
      return 'it fails as both, in the same way.';
    case 'both-work':
      return 'it works as both.';
    case 'not-asked':
      return 'not both could be tried; this is what their settings and rules say.';
  }
};

const statusWords = (look: Investigation): string => {
  const root = rootOf(look);
  if (root !== null) return `✗ ${root.title} [${root.id}]`;
  if (look.status === 'unchecked') return `· not asked (${look.because ?? 'interrupted'})`;
  const handshake = seen(look.evidence, 'handshake');
  const tools = seen(look.evidence, 'tools');
  return `✓ answers${handshake?.version == null ? '' : ` MCP ${handshake.version}`}${tools === undefined ? '' : `, ${count(tools.count, 'tool')}`}`;
};

const rootOf = (look: Investigation): Finding | null => {
  const root = look.diagnosis.findings[0];
  return root?.severity === 'error' ? root : null;
};

const findingLines = ({look}: ComparedSide, label: string): readonly string[] => {
  const root = rootOf(look);
  if (root === null) return [];
  const [fix] = root.fixes;
  return ['', `As ${label}: ${root.cause}`, ...(fix === undefined ? [] : [`  → ${fix.title}`])];
};

const carriedLines = ({entry, dropped, renamed}: ActingEntry): readonly string[] => [
  ...(dropped.length === 0
    ? []
    : ['', `${entry.rules.clientName} does not read: ${dropped.map(({key}) => printableLine(key)).join(', ')}`]),
  ...(renamed.length === 0
    ? []
    : [
        '',
        `${entry.rules.clientName} has other words: ${renamed.map(({key, becomes}) => `${printableLine(key)} is ${becomes ?? ''}`).join(', ')}`,
      ]),
];
