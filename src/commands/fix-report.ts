import {count} from '../model/count.ts';
import type {Finding} from '../model/finding.ts';
import type {Host} from '../model/host.ts';
import type {FixRecord} from '../model/record.ts';
import type {ExitCode} from '../model/user-error.ts';
import {reportFinding} from '../reports/finding-report.ts';
import {wrapped} from '../reports/wrapped.ts';
import type {Attempt, NotTried} from './attempt.ts';
import type {Look} from './subject.ts';

export type Tried = Attempt | NotTried;
export const wasTried = (one: Tried): one is Attempt => 'receipt' in one;

/** What `mcp-fix fix` did. */
export interface Outcome {
  readonly outcome: 'fixed' | 'still-broken' | 'not-applied' | 'nothing-to-fix' | 'not-checked';
  readonly exitCode: ExitCode;
  /** What to do next, in one sentence. */
  readonly next: string;
  readonly root: Finding | null;
  readonly tried: readonly Tried[];
  readonly record: FixRecord | null;
}

export const asJson = (host: Host, name: string, before: Look, outcome: Outcome) => ({
  schemaVersion: 1,
  tool: {name: 'mcp-fix', version: host.version},
  server: name,
  outcome: outcome.outcome,
  next: outcome.next,
  digest: before.digest,
  rootCause: outcome.root === null ? null : reportFinding(outcome.root),
  tried: outcome.tried.map((one) =>
    wasTried(one)
      ? {
          fix: one.fix.id,
          title: one.fix.title,
          diff: one.preview.diff,
          verdict: one.verdict,
          kept: one.putBack === null,
          proof: one.proof,
          receipt: one.receipt.id,
        }
      : {
          fix: one.fix.id,
          title: one.fix.title,
          refused: one.refused,
          ...(one.needsValue === undefined ? {} : {needsValue: one.needsValue}),
        },
  ),
  record: outcome.record?.id ?? null,
});

export const asText = (
  name: string,
  before: Look,
  outcome: Outcome,
  past: readonly string[],
  columns: number,
): string => {
  const lines: string[] = [];
  if (outcome.root !== null)
    lines.push(
      `${name}: ${outcome.root.title} [${outcome.root.class}, ${outcome.root.id}]`,
      ...paragraph(outcome.root.cause, columns),
    );
  lines.push(...past.map((line) => `  ${line}`));
  for (const one of outcome.tried) {
    lines.push('', `  ${one.fix.title}`);
    if (!wasTried(one)) {
      lines.push(`  not changed: ${one.refused}`);
      continue;
    }
    lines.push(`  ${one.preview.file}:${one.preview.line}`, ...one.preview.diff.map((line) => `    ${line}`));
    lines.push(
      ...paragraph(`before: ${before.status}, after: ${one.after?.status ?? 'gone'}. ${one.verdict.note}`, columns),
    );
    if (one.proof?.ok === true)
      lines.push(
        `  proof: ${one.proof.by} connects${one.proof.tools === null ? '' : ` and lists ${count(one.proof.tools, 'tool')}`}`,
      );
    if (one.putBack !== null) lines.push(`  ${one.putBack}`);
  }
  const words = {
    fixed: 'Fixed.',
    'still-broken': 'Still broken.',
    'not-applied': 'Nothing was changed.',
    'nothing-to-fix': '',
    'not-checked': 'Not checked.',
  }[outcome.outcome];
  lines.push(
    '',
    `${words} ${outcome.next}`.trim(),
    ...(outcome.record === null ? [] : [`Saved as ${outcome.record.id}: mcp-fix log show ${outcome.record.id}`]),
  );
  return `${lines.join('\n').trimStart()}\n`;
};

const paragraph = (text: string, columns: number): readonly string[] =>
  wrapped(text, columns - 2).map((line) => `  ${line}`);
